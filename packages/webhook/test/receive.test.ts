import { createHash } from "node:crypto";
import { catalogVersion } from "@flow-catalog/events";
import { describe, expect, test } from "vitest";
import { createWebhooks, WebhookError } from "../src/index.node.ts";
import * as web from "../src/index.ts";
import { createWebhooksSync } from "../src/node.ts";
import { eventPayload, sign, signedRequest } from "../src/testing/index.ts";
import { createVerifier } from "../src/verify.node.ts";
import * as webVerify from "../src/verify.ts";
import { knownAnswer } from "./known-answer.ts";

const secret = knownAnswer.secret;
const headers = { "x-hmac-signature": knownAnswer.signature };
const body = JSON.stringify(eventPayload());

describe("a verifier without the catalog", () => {
  test.each([
    ["node:crypto", createVerifier],
    ["WebCrypto", webVerify.createVerifier],
  ])("takes the known answer by %s", async (_name, create) => {
    const result = await create({ secrets: secret })({ body: knownAnswer.body, headers });
    expect(result).toMatchObject({ ok: true, payload: JSON.parse(knownAnswer.body), delivery: { secretIndex: 0 } });
  });

  test("says by a code what is wrong", async () => {
    const verify = createVerifier({ secrets: secret });
    expect(await verify({ body: "{}", headers })).toEqual({
      ok: false,
      code: "signature_mismatch",
      cause: undefined,
      delivery: null,
    });
  });
});

describe("the delivery", () => {
  const now = new Date("2026-05-07T12:00:00Z");

  test.each([
    ["node:crypto", createWebhooks],
    ["WebCrypto", web.createWebhooks],
  ])("tells what is known of it, by %s", async (_name, create) => {
    const webhooks = create({ secrets: ["new", secret], now: () => now });
    const { delivery } = await webhooks.unwrap(await signedRequest(body, { secret }));
    expect(delivery).toMatchObject({ receivedAt: now, secretIndex: 1, catalogVersion, warnings: [] });
    expect(new TextDecoder().decode(delivery.bytes())).toBe(body);
    expect(await delivery.digest()).toBe(createHash("sha256").update(body).digest("hex"));
    expect(delivery.digest()).toBe(delivery.digest());
  });

  test("waits for nothing in the synchronous form", async () => {
    const webhooks = createWebhooksSync({ secrets: secret });
    const { delivery } = webhooks.unwrap({ body, headers: { "vrf-hmac-signature": await sign(body, secret) } });
    expect(delivery.digest()).toBe(createHash("sha256").update(body).digest("hex"));
    expect(new TextDecoder().decode(delivery.bytes())).toBe(body);
  });

  test("is there for what is signed but no event, so that it can be kept", async () => {
    const result = await createWebhooks({ secrets: secret }).receive({ body: knownAnswer.body, headers });
    expect(result).toMatchObject({ ok: false, error: { code: "not_an_event" }, delivery: { secretIndex: 0 } });
  });
});

describe("a request", () => {
  const webhooks = web.createWebhooks({ secrets: secret, maxBodyBytes: 1_000 });
  const code = async (request: Request) => {
    const result = await webhooks.receive(request);
    return result.ok ? "event" : result.error.code;
  };

  test.each(["json", "text", "arrayBuffer"] as const)("whose %s() was called is recognised", async (method) => {
    const request = await signedRequest(body, { secret });
    await request[method]();
    expect(await code(request)).toBe("body_not_raw");
  });

  test("that somebody is reading is recognised", async () => {
    const request = await signedRequest(body, { secret });
    request.body?.getReader();
    expect(await code(request)).toBe("body_not_raw");
  });

  test("in many chunks is put together", async () => {
    expect(await code(await streamed([...body].map((character) => new TextEncoder().encode(character))))).toBe("event");
    expect(await code(await streamed([new Uint8Array(), new TextEncoder().encode(body), new Uint8Array()]))).toBe(
      "event",
    );
  });

  test("without an end is not read on past the limit", async () => {
    let pulled = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(100));
      },
      cancel() {
        cancelled = true;
      },
    });
    expect(await code(await streaming(endless))).toBe("body_too_large");
    expect(pulled).toBeLessThan(15);
    expect(cancelled).toBe(true);
  });

  test("without a signature is not read at all", async () => {
    const request = new Request("https://example.test/", { method: "POST", body });
    expect(await code(request)).toBe("signature_missing");
    expect(request.bodyUsed).toBe(false);
  });

  test("that breaks off is an error with its cause", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("connection reset")) });
    const result = await webhooks.receive(await streaming(broken));
    expect(result).toMatchObject({ ok: false, error: { code: "request_unreadable", status: 400 } });
    expect(!result.ok && (result.error.cause as Error).message).toBe("connection reset");
  });

  test("with chunks that are no bytes is refused", async () => {
    const odd = new ReadableStream({ pull: (controller) => controller.enqueue({ length: 3 }) });
    expect(await code(await streaming(odd))).toBe("body_too_large");
  });

  async function streamed(chunks: readonly Uint8Array[]): Promise<Request> {
    return streaming(
      new ReadableStream({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk);
          controller.close();
        },
      }),
    );
  }

  async function streaming(stream: ReadableStream): Promise<Request> {
    const init = {
      method: "POST",
      headers: { "x-hmac-signature": await sign(body, secret) },
      body: stream,
      duplex: "half",
    };
    return new Request("https://example.test/", init as RequestInit);
  }
});

describe("bytes that change while their signature is checked", () => {
  test.each([
    ["node:crypto", createWebhooks],
    ["WebCrypto", web.createWebhooks],
  ])("are read as they were checked, by %s", async (_name, create) => {
    const webhooks = create({ secrets: [secret, "another"] });
    const signed = eventPayload({ vendorData: "signed" });
    for (let changedAfter = 0; changedAfter < 8; changedAfter++) {
      const bytes = new TextEncoder().encode(JSON.stringify(signed));
      const pending = webhooks.receive({ body: bytes, headers: { "x-hmac-signature": await sign(bytes, secret) } });
      for (let tick = 0; tick < changedAfter; tick++) await null;
      bytes.set(new TextEncoder().encode(JSON.stringify(eventPayload({ vendorData: "forged" }))));
      const result = await pending;
      expect(result.ok && result.event.vendorData).toBe("signed");
    }
  });
});

describe("options", () => {
  test.each([undefined, "", "  ", [], [undefined], ["", " \n"]])(
    "without a secret (%j) are refused at once",
    (secrets) => {
      for (const create of [createWebhooks, web.createWebhooks, createWebhooksSync, createVerifier]) {
        expect(() => create({ secrets })).toThrow(/^secrets: none is set/);
      }
    },
  );
});

test("unwrap throws the error that receive gives", async () => {
  const input = { body, headers };
  await expect(createWebhooks({ secrets: secret }).unwrap(input)).rejects.toBeInstanceOf(WebhookError);
  expect(() => createWebhooksSync({ secrets: secret }).unwrap(input)).toThrow(WebhookError);
  const right = { body, headers: { "x-hmac-signature": await sign(body, secret) } };
  expect((await createWebhooks({ secrets: secret }).unwrap(right)).event.kind).toBe("started");
});

test("the functions can be taken out of the object", async () => {
  const { receive, unwrap, handler } = createWebhooks({ secrets: secret });
  expect((await receive(await signedRequest(body, { secret }))).ok).toBe(true);
  expect((await unwrap(await signedRequest(body, { secret }))).ok).toBe(true);
  expect((await handler({ onEvent() {}, onUnknown() {} })(await signedRequest(body, { secret }))).status).toBe(200);
});
