import fc from "fast-check";
import { expect, test } from "vitest";
import type { DeliveryItem } from "../../src/api/types/index.ts";
import {
  joinDeliveries,
  type LiveEvent,
  type LiveState,
  live,
  liveLimit,
  matchesFilter,
  startLive,
} from "../../web/src/lib/live.ts";

const item = (position: number): DeliveryItem => ({
  position,
  verdict: "accepted",
  receivedAt: "2026-11-27T06:16:31.123Z",
  size: 1,
  why: null,
  status: 200,
  event: null,
  secret: { index: 0, of: 1, known: true },
  warnings: [],
  hasBody: true,
  reprocessedAs: null,
});
const arrived = (...positions: number[]): LiveEvent => ({ type: "arrived", items: positions.map(item) });
const run = (events: readonly LiveEvent[], state: LiveState = startLive(0)) => events.reduce(live, state);
const positions = (items: readonly DeliveryItem[]) => items.map(({ position }) => position);

test("what comes is shown newest first, each once", () => {
  const state = run([arrived(3, 5), arrived(5, 6), arrived(2)]);
  expect(positions(state.shown)).toEqual([6, 5, 3]);
});

test("a connection that starts again after the last one seen repeats nothing and misses nothing", () => {
  const cuts = fc.array(fc.record({ resend: fc.nat(5), count: fc.integer({ min: 1, max: 9 }) }), { maxLength: 20 });
  fc.assert(
    fc.property(cuts, fc.array(fc.boolean()), (connections, pauses) => {
      let sent = 0;
      let state = startLive(0);
      connections.forEach(({ resend, count }, index) => {
        state = live(state, { type: "paused", paused: pauses[index] ?? false });
        const first = Math.max(1, sent + 1 - resend);
        sent += count;
        state = live(state, arrived(...Array.from({ length: sent - first + 1 }, (_, step) => first + step)));
      });
      state = live(state, { type: "paused", paused: false });
      expect(positions(state.shown)).toEqual(Array.from({ length: sent }, (_, step) => sent - step));
    }),
  );
});

test("an erasure lets go of what came, and what comes after it is still shown once", () => {
  const paused = run([arrived(1, 2), { type: "paused", paused: true }, arrived(3), { type: "erased" }]);
  expect(paused).toMatchObject({ shown: [], held: [], since: 3, last: 3, paused: true });
  const after = run([{ type: "paused", paused: false }, arrived(3, 4)], paused);
  expect(positions(after.shown)).toEqual([4]);
});

test("what comes during a pause is held back, then shown", () => {
  const paused = run([arrived(1), { type: "paused", paused: true }, arrived(2, 3)]);
  expect(positions(paused.shown)).toEqual([1]);
  expect(positions(paused.held)).toEqual([3, 2]);
  const after = live(paused, { type: "paused", paused: false });
  expect(positions(after.shown)).toEqual([3, 2, 1]);
  expect(after.held).toEqual([]);
});

test("a screen keeps a bounded number, and says when it let some go", () => {
  const all = Array.from({ length: liveLimit + 1 }, (_, index) => index + 1);
  for (const paused of [false, true]) {
    const state = run([{ type: "paused", paused }, arrived(...all)]);
    expect(state.shown.length + state.held.length).toBe(liveLimit);
    expect(state.overflowed).toBe(true);
  }
});

test("starting anew forgets what was shown, and keeps the connection's state", () => {
  const state = run([{ type: "connection", connection: "live" }, arrived(1), { type: "restarted", after: 9 }]);
  expect(state).toEqual({ ...startLive(9), connection: "live" });
});

test("what was loaded comes below what arrived, each delivery once", () => {
  expect(positions(joinDeliveries([item(7), item(6)], [item(6), item(5)]))).toEqual([7, 6, 5]);
  expect(positions(joinDeliveries([], [item(2)]))).toEqual([2]);
});

test("a narrowed list takes only what the API would give for it", () => {
  const rejected = { ...item(1), verdict: "rejected" as const, why: { code: "overloaded", sentence: "Too many" } };
  expect(matchesFilter(rejected, { verdict: "rejected", why: "overloaded" })).toBe(true);
  expect(matchesFilter(rejected, { verdict: "accepted" })).toBe(false);
  expect(matchesFilter(rejected, { why: "not_json" })).toBe(false);
  expect(matchesFilter(rejected, { action: "started" })).toBe(false);
});
