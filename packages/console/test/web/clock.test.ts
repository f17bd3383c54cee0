import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { heardTime, now } from "../../web/src/lib/clock.ts";

const moment = Date.parse("2026-03-04T10:00:00Z");
const heard = (at: number) => heardTime(new Date(at).toISOString());

beforeEach(() => void vi.useFakeTimers({ now: moment }));
afterEach(() => void vi.useRealTimers());

test("a clock that is wrong is put right by what the console says, as long as it is wrong", () => {
  for (const difference of [48 * 3_600_000, -364 * 24 * 3_600_000, 6_000]) {
    heard(moment + difference);
    expect(now()).toBe(moment + difference);
    vi.setSystemTime(moment + 1_000);
    expect(now()).toBe(moment + difference + 1_000);
    vi.setSystemTime(moment);
  }
  heard(moment);
  expect(now()).toBe(moment);
});

test("the time that an answer takes does not move it", () => {
  heard(moment - 3_000);
  expect(now()).toBe(moment);
});
