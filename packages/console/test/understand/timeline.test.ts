import { eventActions, flowStates } from "@flow-catalog/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { timelineOf } from "../../src/understand/timeline.ts";
import { index, openView } from "../support/catalog.ts";
import { accepted } from "../support/deliveries.ts";
import { memoryStore } from "../support/memory-store.ts";

const sessionId = "f04bdb47-d3be-4b28-b028-a652feb060b5";

const delivery: fc.Arbitrary<AcceptedDelivery> = fc
  .record({
    attemptId: fc.constantFrom("one", "two", null),
    action: fc.constantFrom(...eventActions, "flow_paused"),
    state: fc.constantFrom(...flowStates.slice(0, 2), "new_screen_shown", null),
    receivedAt: fc.integer({ min: 0, max: 50 }),
  })
  .map(({ receivedAt, ...event }) => accepted({ ...event, sessionId }, { receivedAt }));

async function timelineOfStream(stream: readonly AcceptedDelivery[]) {
  const store = memoryStore();
  await store.append(stream);
  const found = await store.session(sessionId);
  const deliveries = await store.sessionDeliveries(sessionId, 1_000);
  return timelineOf({ ...(found as NonNullable<typeof found>), deliveries }, openView, index);
}

describe("a timeline", () => {
  it("holds every delivery once, in the order of arrival, and every different event once", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 30 }), async (stream) => {
        const { attempts, session } = await timelineOfStream(stream);
        const all = attempts.flatMap(({ events }) => events.flatMap(({ deliveries }) => deliveries));
        expect(all.map(({ position }) => position).sort((a, b) => a - b)).toEqual(stream.map((_, index) => index + 1));
        expect(all).toHaveLength(session.deliveries);
        expect(attempts.map(({ number }) => number)).toEqual(attempts.map((_, index) => index + 1));
        for (const { events, firstAt } of attempts) {
          const names = events.map(({ action, code, reason, state }) => JSON.stringify([action, code, reason, state]));
          expect(new Set(names).size).toBe(names.length);
          expect(events[0]?.sincePrevious).toBeNull();
          expect(events[0]?.late).toBe(false);
          expect(events[0]?.deliveries[0]?.receivedAt).toBe(firstAt);
          for (const { sincePrevious } of events.slice(1)) expect(sincePrevious).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it("is the same whatever order the deliveries are given in, and no time in it runs backwards", async () => {
    const store = memoryStore();
    // Positions follow commits, which need not follow arrivals.
    await store.append(
      [15_000, 586, 15_000, 0].map((receivedAt, index) =>
        accepted({ action: `step_${index}`, sessionId, attemptId: "one" }, { receivedAt }),
      ),
    );
    const found = await store.session(sessionId);
    const deliveries = await store.sessionDeliveries(sessionId, 10);
    for (const given of [deliveries, deliveries.toReversed(), deliveries.toSorted((a, b) => a.position - b.position)]) {
      const { attempts } = timelineOf({ ...(found as NonNullable<typeof found>), deliveries: given }, openView, index);
      expect(attempts[0]?.events.map(({ action, sincePrevious }) => [action.value, sincePrevious])).toEqual([
        ["step_3", null],
        ["step_1", 586],
        ["step_0", 14_414],
        ["step_2", 0],
      ]);
    }
  });

  it("calls late what should have come before something that is there already", async () => {
    const stream = ["flow_finished", "submitted", "flow_cancelled", "started", "waiting_complete", "flow_paused"];
    const { attempts } = await timelineOfStream(
      stream.map((action, receivedAt) => accepted({ action, sessionId }, { receivedAt })),
    );
    expect(attempts[0]?.events.map(({ action, late }) => [action.value, late])).toEqual([
      ["flow_finished", false],
      ["submitted", true],
      ["flow_cancelled", false],
      ["started", true],
      ["waiting_complete", false],
      ["flow_paused", false],
    ]);
  });
});
