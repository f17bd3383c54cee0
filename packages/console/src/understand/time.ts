import type { Milliseconds } from "../flow/delivery.ts";
import type { Range } from "../store/event-store.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** How finely a range is shown: by hour for up to three days, else by day. */
export function stepOf({ from, to }: Range): "hour" | "day" {
  return to - from <= 3 * day ? "hour" : "day";
}

/** The same length of time right before a range. */
export function rangeBefore({ from, to }: Range): Range {
  return { from: from - (to - from), to: from };
}

/** Where each bucket of a range begins, without a gap. Days begin at midnight UTC. */
export function bucketsOf({ from, to }: Range, by: "hour" | "day"): readonly Milliseconds[] {
  const step = by === "hour" ? hour : day;
  const first = Math.floor(from / step) * step;
  return Array.from({ length: Math.ceil((to - first) / step) }, (_, index) => first + index * step);
}
