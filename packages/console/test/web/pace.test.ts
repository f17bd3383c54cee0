import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPace } from "../../web/src/live/pace.ts";

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

function pacing() {
  const due: string[] = [];
  let asleep = false;
  const pace = createPace<"often" | "seldom">({
    every: { often: 1000, seldom: 8000 },
    isAsleep: () => asleep,
    due: (name) => due.push(name),
    random: () => 1,
  });
  const sleep = (now: boolean) => {
    asleep = now;
  };
  return { due, pace, sleep };
}

test("what is marked comes due once, after a moment of its own", () => {
  const { due, pace } = pacing();
  pace.mark("often");
  pace.mark("often");
  vi.advanceTimersByTime(249);
  expect(due).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(due).toEqual(["often"]);
  vi.advanceTimersByTime(60_000);
  expect(due).toEqual(["often"]);
});

test("a stream of marks comes due at the pace of each, and the last one is not lost", () => {
  const { due, pace } = pacing();
  for (let at = 0; at < 16_000; at += 100) {
    pace.mark("often");
    pace.mark("seldom");
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(8000);
  expect(due.filter((name) => name === "often")).toHaveLength(17);
  expect(due.filter((name) => name === "seldom")).toHaveLength(3);
});

test("nothing comes due while nobody looks, and all of it once somebody does again", () => {
  const { due, pace, sleep } = pacing();
  sleep(true);
  pace.mark("often");
  vi.advanceTimersByTime(60_000);
  pace.mark("often");
  pace.mark("seldom");
  vi.advanceTimersByTime(60_000);
  expect(due).toEqual([]);
  sleep(false);
  pace.wake();
  vi.advanceTimersByTime(2000);
  expect(due.toSorted()).toEqual(["often", "seldom"]);
});

test("nothing comes due after the end", () => {
  const { due, pace } = pacing();
  pace.mark("often");
  pace.stop();
  vi.advanceTimersByTime(60_000);
  expect(due).toEqual([]);
});
