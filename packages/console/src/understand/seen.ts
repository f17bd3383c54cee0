import type { SeenKey } from "../api/types/index.ts";
import { Seen, type SeenBits } from "../flow/outcome.ts";

/** What attempts are counted by, in the order in which it is shown. */
export const seenKeys: readonly SeenKey[] = ["started", "submitted", "waiting", "finished", "cancelled", "other"];

export const seenTitles: Readonly<Record<SeenKey, string>> = {
  started: "Started",
  submitted: "Submitted",
  waiting: "Waited for the decision",
  finished: "Finished",
  cancelled: "Cancelled",
  other: "Other events",
};

export function hasSeen(bits: SeenBits, key: SeenKey): boolean {
  return (bits & Seen[key]) !== 0;
}
