import { expect } from "vitest";
import { createWebhooks, type HandlerOptions, type WebhookError } from "../../src/index.node.ts";
import { type EventPayload, eventPayload, signedRequest } from "../../src/testing/index.ts";

export const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";
export const webhooks = createWebhooks({ secrets: secret, maxBodyBytes: 2_000 });

/** Callbacks that write down what they were told. */
export function noted() {
  const events: string[] = [];
  const errors: WebhookError[] = [];
  const options: HandlerOptions = {
    onEvent(event) {
      if (event.vendorData === "fail") throw new Error("disk full");
      events.push(event.kind);
    },
    onUnknown: (event) => events.push(event.kind),
    onError: (error) => errors.push(error),
  };
  return { options, events, errors };
}

type Post = (request: Request) => Promise<{ readonly status: number; readonly body: string }>;

/** Posts by fetch to a server. */
export const posting: Post = async (request) => {
  const response = await fetch(request);
  return { status: response.status, body: await response.text() };
};

/** What every adapter has to do, whatever the framework. */
export async function expectEveryCase(
  url: string,
  post: Post,
  { events, errors }: ReturnType<typeof noted>,
): Promise<void> {
  const answered = async (payload: EventPayload | string, options = {}) => {
    const { status, body } = await post(await signedRequest(payload, { secret, url, ...options }));
    return [status, body];
  };
  expect(await answered(eventPayload({ action: "submitted" }))).toEqual([200, ""]);
  expect(await answered(eventPayload({ vendorData: "ž 😀" }), { headers: "vrf" })).toEqual([200, ""]);
  expect(await answered(eventPayload({ action: "flow_teleported" }))).toEqual([200, ""]);
  // White space and escapes that parsing and writing again would lose.
  expect(await answered('{ "id": "a\\/b", "code": 7001.0,\n "action": "started" }')).toEqual([200, ""]);
  expect(events.splice(0)).toEqual(["submitted", "started", "unknown", "started"]);
  expect(errors).toEqual([]);

  expect(await answered(eventPayload(), { secret: "another" })).toEqual([401, "signature_mismatch"]);
  expect(await answered(eventPayload({ vendorData: "fail" }))).toEqual([500, "handler_failed"]);
  expect(await answered('{"verification":{}}')).toEqual([422, "not_an_event"]);
  expect(await answered("")).toEqual([400, "not_json"]);
  expect(await answered(eventPayload({ vendorData: "x".repeat(3_000) }))).toEqual([413, "body_too_large"]);
  const unsigned = await post(
    new Request(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } }),
  );
  expect([unsigned.status, unsigned.body]).toEqual([401, "signature_missing"]);
  expect(events).toEqual([]);
  expect(errors.splice(0).map((error) => error.code)).toEqual([
    "signature_mismatch",
    "handler_failed",
    "not_an_event",
    "not_json",
    "body_too_large",
    "signature_missing",
  ]);
}

/** What every adapter has to do where something has parsed the body before. */
export async function expectClearError(
  url: string,
  post: Post,
  { events, errors }: ReturnType<typeof noted>,
  hint: RegExp,
): Promise<void> {
  const { status, body } = await post(await signedRequest(eventPayload(), { secret, url }));
  expect([status, body]).toEqual([500, "body_not_raw"]);
  expect(errors).toHaveLength(1);
  expect(errors[0]?.message).toMatch(hint);
  expect(events).toEqual([]);
}
