import type { ReceiveResult, WebhookInput, WebhookOptions, Webhooks } from "../../src/index.ts";
import type { WebhooksSync } from "../../src/node.ts";
import type { Vector } from "./vector.ts";

/** What a runtime offers. */
export interface Kit {
  readonly createWebhooks: (options: WebhookOptions) => Webhooks;
  readonly createWebhooksSync?: (options: WebhookOptions) => WebhooksSync;
}

export interface Outcome {
  readonly checks: number;
  readonly failures: readonly string[];
}

/** Gives every vector to a kit in every shape that a server may hand it over in. Runs wherever the kit does. */
export async function runVectors(vectors: readonly Vector[], kit: Kit): Promise<Outcome> {
  const failures: string[] = [];
  let checks = 0;
  const check = (name: string, given: unknown, wanted: unknown) => {
    checks++;
    const [a, b] = [JSON.stringify(given), JSON.stringify(wanted)];
    if (a !== b) failures.push(`${name}: ${a} instead of ${b}`);
  };
  for (const vector of vectors) {
    const webhooks = kit.createWebhooks(vector);
    for (const [shape, input] of inputsOf(vector)) {
      check(`${vector.name}, ${shape}`, told(await webhooks.receive(input), vector), vector.expect);
    }
    check(`${vector.name}, Request`, told(await webhooks.receive(requestOf(vector)), vector), vector.expect);
    check(`${vector.name}, status`, await statusOf(webhooks, vector), wantedStatus(vector));
    const sync = kit.createWebhooksSync?.(vector);
    for (const [shape, input] of sync ? inputsOf(vector) : []) {
      check(`${vector.name}, ${shape}, sync`, told(sync!.receive(input), vector), vector.expect);
    }
  }
  return { checks, failures };
}

type RawInput = Exclude<WebhookInput, Request>;

function* inputsOf(vector: Vector): Generator<readonly [shape: string, input: RawInput]> {
  const body = bytesOf(vector);
  const { headers } = vector;
  yield ["bytes and pairs", { body, headers }];
  yield ["bytes and flat headers", { body, headers: headers.flat() }];
  yield ["bytes within a larger buffer", { body: within(body), headers: Object.fromEntries(headers) }];
  yield ["ArrayBuffer and header object", { body: body.buffer, headers: Object.fromEntries(headers) }];
  yield ["bytes and Headers", { body, headers: new Headers(headers.map(([name, value]) => [name, value])) }];
  yield [
    "bytes and lists of values",
    { body, headers: Object.fromEntries(headers.map(([k, v]) => [k, v.split(", ")])) },
  ];
  if (!vector.bytesOnly) yield ["text and pairs", { body: new TextDecoder().decode(body), headers }];
}

function within(body: Uint8Array): Uint8Array {
  const larger = new Uint8Array(body.length + 7).fill(0x7b);
  larger.set(body, 3);
  return larger.subarray(3, 3 + body.length);
}

function requestOf(vector: Vector): Request {
  const headers = new Headers(vector.headers.map(([name, value]) => [name, value]));
  return new Request("https://example.test/", { method: "POST", headers, body: bytesOf(vector) });
}

function bytesOf({ body }: Vector): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
}

/** What a result says, in the members and the order that the vector expects. */
function told(
  result: ReceiveResult<{ secretIndex: number; warnings: readonly unknown[] }>,
  { expect }: Vector,
): unknown {
  if (!result.ok) return { error: result.error.code, delivery: result.delivery !== null };
  const { secretIndex, warnings } = result.delivery;
  const all: Record<string, unknown> = { ...result.event, secretIndex, warnings };
  return "error" in expect ? all : Object.fromEntries(Object.keys(expect).map((name) => [name, all[name]]));
}

async function statusOf(webhooks: Webhooks, vector: Vector): Promise<number> {
  return (await webhooks.handler({ onEvent() {}, onUnknown() {} })(requestOf(vector))).status;
}

function wantedStatus({ expect }: Vector): number {
  if (!("error" in expect)) return 200;
  const statuses: Record<string, number> = { not_json: 400, not_an_event: 422, body_too_large: 413 };
  return statuses[expect.error] ?? 401;
}
