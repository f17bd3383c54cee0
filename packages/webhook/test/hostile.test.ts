import { createHmac } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { createWebhooks, type RawRequest, type ReceiveResult, WebhookError } from "../src/index.node.ts";
import * as web from "../src/index.ts";
import { createWebhooksSync } from "../src/node.ts";
import { hostileBody } from "./hostile/bodies.ts";
import { hostileHeaders } from "./hostile/headers.ts";
import { randomOf, seed } from "./random.ts";

const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";
const options = { secrets: [secret, "another"], clientId: undefined, maxBodyBytes: 100_000 };

function signatureOf(body: unknown): string {
  try {
    const bytes = body instanceof ArrayBuffer ? new Uint8Array(body) : (body as string);
    return createHmac("sha256", secret).update(bytes).digest("hex");
  } catch {
    return "0".repeat(64);
  }
}

function hostileInput(random: ReturnType<typeof randomOf>): RawRequest {
  const body = hostileBody(random);
  // One in four is signed by somebody else.
  const signature = random.below(4) === 0 ? "5".repeat(64) : signatureOf(body);
  return { body, headers: hostileHeaders(random, signature) } as RawRequest;
}

/** What came of an input: `event`, or the code of the error. Anything else is a fault. */
function outcomeOf(result: ReceiveResult<unknown>): string {
  if (result.ok) return typeof result.event.kind === "string" ? "event" : "fault";
  return result.error instanceof WebhookError && result.error.status >= 400 ? result.error.code : "fault";
}

// As Node has it. The test runner asks for ten times as much, which would be most of the work.
Error.stackTraceLimit = 10;

const expected = [
  "body_not_raw",
  "body_too_large",
  "event",
  "not_an_event",
  "not_json",
  "request_unreadable",
  "signature_conflict",
  "signature_malformed",
  "signature_mismatch",
  "signature_missing",
];

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test("a million hostile inputs give events or typed errors, and nothing else", { timeout: 900_000 }, () => {
  const random = randomOf(seed);
  const webhooks = createWebhooksSync(options);
  const counts = new Map<string, number>();
  for (let run = 0; run < 1_000_000; run++) {
    const outcome = outcomeOf(webhooks.receive(hostileInput(random)));
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  expect({ seed, outcomes: [...counts.keys()].sort() }).toEqual({ seed, outcomes: expected });
  // The generator has to reach every one of them often, or the million proves little.
  expect(Math.min(...counts.values())).toBeGreaterThan(200);
});

test("so does what waits, whichever cryptography it uses", async () => {
  const random = randomOf(seed);
  const kits = [createWebhooks(options), web.createWebhooks(options)];
  const outcomes = new Set<string>();
  for (let run = 0; run < 10_000; run++) {
    const input = hostileInput(random);
    const [node, other] = await Promise.all(kits.map((kit) => kit.receive(input)));
    outcomes.add(outcomeOf(node!));
    // Of bytes that are shared or of another kind, each takes what it can.
    if (typeof input.body === "string") {
      expect({ seed, run, outcome: outcomeOf(other!) }).toEqual({ seed, run, outcome: outcomeOf(node!) });
    } else expect(outcomeOf(other!)).not.toBe("fault");
  }
  expect([...outcomes].sort()).toEqual(expected);
});

test.each([
  undefined,
  null,
  0,
  "",
  "text",
  [],
  () => {},
  Symbol("input"),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("trap");
      },
    },
  ),
])("an input that is none (%#) is refused, not thrown", async (input) => {
  const result = await createWebhooks(options).receive(input as never);
  expect(result.ok || result.error).toBeInstanceOf(WebhookError);
  const sync = createWebhooksSync(options).receive(input as never);
  expect(sync.ok || sync.error).toBeInstanceOf(WebhookError);
});

test("nesting as deep as the limit allows is read or refused", () => {
  const webhooks = createWebhooksSync({ secrets: secret });
  for (const body of ["[".repeat(250_000), "[".repeat(125_000) + "]".repeat(125_000), '{"a":'.repeat(50_000)]) {
    const result = webhooks.receive({ body, headers: { "x-hmac-signature": signatureOf(body) } });
    expect(outcomeOf(result)).toMatch(/^(not_json|not_an_event)$/);
  }
});
