import { afterEach, describe, expect, test, vi } from "vitest";
import { createWebhooks, type EventCallbacks, type FlowEvent, type WebhookError } from "../src/index.node.ts";
import { eventPayload, signedRequest } from "../src/testing/index.ts";

const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";
const webhooks = createWebhooks({ secrets: secret });
const known = () => signedRequest(eventPayload({ action: "submitted" }), { secret });
const unknown = () => signedRequest(eventPayload({ action: "flow_teleported" }), { secret });
const wrong = () => signedRequest(eventPayload(), { secret: "another" });
const decision = () => signedRequest('{"status":"success","verification":{}}', { secret });

afterEach(() => {
  vi.restoreAllMocks();
});

describe("who is called", () => {
  test("onEvent for what the catalog knows, onUnknown for the rest", async () => {
    const seen: string[] = [];
    const handle = webhooks.handler({
      onEvent: (event) => seen.push(`event ${event.kind}`),
      onUnknown: (event) => seen.push(`unknown ${event.action}`),
    });
    await handle(await known());
    await handle(await unknown());
    expect(seen).toEqual(["event submitted", "unknown flow_teleported"]);
  });

  const callbacks = (seen: string[]): EventCallbacks => {
    const note = (name: string) => (event: FlowEvent) => seen.push(`${name} ${event.action}`);
    return {
      started: note("started"),
      submitted: note("submitted"),
      waiting_complete: note("waiting_complete"),
      waiting_continued: note("waiting_continued"),
      flow_finished: note("flow_finished"),
      flow_cancelled: note("flow_cancelled"),
      unknown: note("unknown"),
    };
  };

  test("onEvent for everything, where a program without types gives no onUnknown", async () => {
    const seen: string[] = [];
    const handle = webhooks.handler({ onEvent: (event: FlowEvent) => seen.push(event.kind) } as never);
    await handle(await unknown());
    expect(seen).toEqual(["unknown"]);
  });

  test("a callback for each kind", async () => {
    const seen: string[] = [];
    const handle = webhooks.handler({ onEvent: callbacks(seen) });
    await handle(await known());
    await handle(await unknown());
    expect(seen).toEqual(["submitted submitted", "unknown flow_teleported"]);
  });

  test("a kind that is newer than the program goes to unknown", async () => {
    const seen: string[] = [];
    const { submitted: _, ...older } = callbacks(seen);
    await webhooks.handler({ onEvent: older as EventCallbacks })(await known());
    expect(seen).toEqual(["unknown submitted"]);
  });
});

describe("what is answered", () => {
  test("exactly 200, known or not, whatever the callback gives", async () => {
    const mine = () => new Response("mine", { status: 201 });
    const handle = webhooks.handler({ onEvent: mine, onUnknown: mine });
    for (const request of [await known(), await unknown()]) {
      const response = await handle(request);
      expect([response.status, await response.text()]).toEqual([200, ""]);
    }
  });

  test("only when the callback is done", async () => {
    const order: string[] = [];
    const onEvent = async () => {
      await new Promise((done) => setTimeout(done, 20));
      order.push("stored");
    };
    await webhooks.handler({ onEvent, onUnknown: onEvent })(await known());
    order.push("answered");
    expect(order).toEqual(["stored", "answered"]);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("disk full");
      },
    ],
    ["rejects", async () => Promise.reject(new Error("disk full"))],
  ])("500 where the callback %s, so that the sender tries again", async (_name, onEvent) => {
    const errors: WebhookError[] = [];
    const response = await webhooks.handler({ onEvent, onUnknown: onEvent, onError: (error) => errors.push(error) })(
      await known(),
    );
    expect([response.status, await response.text()]).toEqual([500, "handler_failed"]);
    expect(errors).toMatchObject([{ code: "handler_failed", cause: { message: "disk full" } }]);
  });

  test("the status of the error, and its code", async () => {
    const handle = webhooks.handler({ onEvent() {}, onUnknown() {} });
    const refused = await handle(await wrong());
    expect([refused.status, await refused.text()]).toEqual([401, "signature_mismatch"]);
    expect((await handle(await decision())).status).toBe(422);
    expect((await handle(new Request("https://example.test/"))).status).toBe(401);
  });
});

describe("errors", () => {
  test("go to onError with the delivery, if it was signed", async () => {
    const seen: unknown[] = [];
    const handle = webhooks.handler({
      onEvent() {},
      onUnknown() {},
      onError: (error, delivery) => seen.push([error.code, delivery && new TextDecoder().decode(delivery.bytes())]),
    });
    await handle(await wrong());
    await handle(await decision());
    expect(seen).toEqual([
      ["signature_mismatch", null],
      ["not_an_event", '{"status":"success","verification":{}}'],
    ]);
  });

  test("of onError change nothing", async () => {
    const onError = () => {
      throw new Error("the reporter is down");
    };
    expect((await webhooks.handler({ onEvent() {}, onUnknown() {}, onError })(await wrong())).status).toBe(401);
  });

  test("without onError only the program's own are printed", async () => {
    const printed = vi.spyOn(console, "error").mockImplementation(() => {});
    const handle = webhooks.handler({ onEvent: () => Promise.reject(new Error("disk full")), onUnknown() {} });
    await handle(await wrong());
    expect(printed).not.toHaveBeenCalled();
    await handle(await known());
    expect(printed.mock.calls).toMatchObject([[{ code: "handler_failed" }]]);
  });
});
