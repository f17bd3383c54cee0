import type { Milliseconds } from "../flow/delivery.ts";
import type { Range } from "../store/event-store.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** How finely a range is shown: by hour for up to three days, else by day. */
export function stepOf({ from, to }: Range): "hour" | "day" {
  return to - from <= 3 * day ? "hour" : "day";
}

/**
 * How finely what came before a range is counted, so that it falls into the range's buckets when it is moved on by the
 * range's length: days do only where that is whole days.
 */
export function stepBefore(range: Range): "hour" | "day" {
  return (range.to - range.from) % day === 0 ? stepOf(range) : "hour";
}

/** The same length of time right before a range. */
export function rangeBefore({ from, to }: Range): Range {
  return { from: from - (to - from), to: from };
}

/** Where each bucket of a range begins, without a gap. Days begin at midnight UTC. */
export function bucketsOf({ from, to }: Range, by: "hour" | "day"): readonly Milliseconds[] {
  const step = by === "hour" ? hour : day;
  const first = bucketOf(from, by);
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, index) => first + index * step);
}

/** Where the bucket of a moment begins. */
export function bucketOf(at: Milliseconds, by: "hour" | "day"): Milliseconds {
  const step = by === "hour" ? hour : day;
  return Math.floor(at / step) * step;
}
