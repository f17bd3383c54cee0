import { isEventAction } from "@flow-catalog/events";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWebhooks } from "../src/index.node.ts";
import * as web from "../src/index.ts";
import { documentedPayload, futurePayload } from "../src/testing/arbitraries.ts";
import { type EventPayload, eventFixtures, sign } from "../src/testing/index.ts";

const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";
const webhooks = createWebhooks({ secrets: secret });

async function received(payload: EventPayload, kit = webhooks) {
  const body = JSON.stringify(payload);
  return kit.unwrap({ body, headers: { "x-hmac-signature": await sign(body, secret) } });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

describe("an event of a later catalog", () => {
  test("passes with everything kept", async () => {
    await fc.assert(
      fc.asyncProperty(futurePayload(), async (payload) => {
        const { event } = await received(payload);
        const { context } = payload;
        expect(event).toEqual({
          kind: isEventAction(payload.action) ? payload.action : "unknown",
          action: payload.action,
          code: payload.code,
          sessionId: payload.id,
          attemptId: textOf(payload.attemptId),
          feature: textOf(payload.feature),
          vendorData: textOf(payload.vendorData),
          endUserId: textOf(payload.endUserId),
          context: { reason: textOf(context?.reason), state: textOf(context?.state) },
          payload: JSON.parse(JSON.stringify(payload)),
        });
        expect(Object.keys(event.payload)).toEqual(Object.keys(JSON.parse(JSON.stringify(payload))));
      }),
      { numRuns: 2_000 },
    );
  });

  test("warns of what is unknown, and of nothing that is known", async () => {
    await fc.assert(
      fc.asyncProperty(futurePayload(), async (payload) => {
        const { delivery } = await received(payload);
        const unknown = delivery.warnings.some(({ path }) => path === "action");
        expect(unknown).toBe(!isEventAction(payload.action));
      }),
      { numRuns: 1_000 },
    );
  });

  test("is read alike by WebCrypto's form", async () => {
    const other = web.createWebhooks({ secrets: secret });
    await fc.assert(
      fc.asyncProperty(futurePayload(), async (payload) => {
        expect((await received(payload, other)).event).toEqual((await received(payload)).event);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a documented event", () => {
  test("is known and gives no warning", async () => {
    await fc.assert(
      fc.asyncProperty(documentedPayload(), async (payload) => {
        const { event, delivery } = await received(payload);
        expect(event.kind).toBe(payload.action);
        expect(delivery.warnings).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(eventFixtures.map((fixture) => [`${fixture.vocabulary} ${fixture.value}`, fixture] as const))(
    "%s",
    async (_name, { vocabulary, value, payload }) => {
      const { event, delivery } = await received(payload);
      const { code, action, context } = event;
      expect({ code, action, ...context }[vocabulary]).toBe(value);
      expect(delivery.warnings).toEqual([]);
    },
  );
});
