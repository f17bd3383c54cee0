import { eventActions, flowReasons, flowStates } from "@flow-catalog/events";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Arrival, type Attempt, addArrival, mergeAttempts } from "../../src/flow/attempt.ts";
import { Seen } from "../../src/flow/outcome.ts";

const text = fc.option(fc.constantFrom("a", "b", "z"), { nil: null });
const arrival: fc.Arbitrary<Arrival> = fc.record({
  receivedAt: fc.integer({ min: 0, max: 1e12 }),
  event: fc.record({
    sessionId: fc.constant("s"),
    attemptId: fc.constant("a"),
    action: fc.constantFrom(...eventActions, "from_tomorrow"),
    code: fc.constantFrom(7001, 7002, 7042),
    feature: text,
    reason: fc.option(fc.constantFrom(...flowReasons), { nil: null }),
    state: fc.option(fc.constantFrom(...flowStates, "not_known"), { nil: null }),
    vendorData: text,
    endUserId: text,
  }),
});
const arrivals = fc.array(arrival, { minLength: 1, maxLength: 12 });
const whole = (list: readonly Arrival[]) => list.reduce<Attempt | undefined>(addArrival, undefined) as Attempt;
const counted = ({ outcome, firstAt, vendorData, endUserId }: Attempt) => ({ outcome, firstAt, vendorData, endUserId });

describe("an attempt", () => {
  it("is the same whatever the order of arrival", () => {
    const shuffled = arrivals.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(whole(other)).toEqual(whole(list));
      }),
    );
  });

  it("is the same from its parts, wherever it is cut", () => {
    fc.assert(
      fc.property(arrivals, arrivals, (one, two) => {
        expect(mergeAttempts(whole(one), whole(two))).toEqual(whole([...one, ...two]));
      }),
    );
  });

  it("counts the same when events arrive again later", () => {
    const repeated = arrivals.chain((list) => fc.tuple(fc.constant(list), fc.subarray(list)));
    fc.assert(
      fc.property(repeated, ([list, again]) => {
        const later = again.map((one) => ({ ...one, receivedAt: one.receivedAt + 3_600_000 }));
        expect(counted(whole([...list, ...later]))).toEqual(counted(whole(list)));
        expect(whole([...list, ...later]).deliveries).toBe(list.length + again.length);
      }),
    );
  });

  it("keeps the reason that ended the waiting", () => {
    const event = { sessionId: "s", attemptId: "a", feature: null, code: 7001, vendorData: null, endUserId: null };
    const at = (action: string, reason: string | null) => ({
      receivedAt: 0,
      event: { ...event, action, state: null, reason },
    });
    const { outcome } = whole([
      at("waiting_complete", "final_decision_received"),
      at("waiting_continued", null),
      at("submitted", null),
    ]);
    expect(outcome).toMatchObject({ action: "waiting_complete", reason: "final_decision_received" });
  });

  it("ends with the event that says most, and has seen them all", () => {
    const event = { sessionId: "s", attemptId: "a", feature: null, code: 7001, vendorData: null, endUserId: null };
    const at = (action: string, state: string | null = null) => ({
      receivedAt: 0,
      event: { ...event, action, state, reason: null },
    });
    const { outcome } = whole([at("flow_cancelled", "poa_screen_shown"), at("started"), at("submitted"), at("what")]);
    expect(outcome).toMatchObject({ action: "flow_cancelled", state: "poa_screen_shown" });
    expect(outcome.seen).toBe(Seen.started | Seen.submitted | Seen.cancelled | Seen.other);
  });
});
