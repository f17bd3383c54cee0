import { EventAction } from "@flow-catalog/events";

/** What an attempt has been seen to do, as bits of one number, so that any order of arrival gives the same number. */
export const Seen = {
  started: 1,
  submitted: 2,
  waiting: 4,
  finished: 8,
  cancelled: 16,
  /** An action that the catalog does not know. */
  other: 32,
} as const;

/** A number made of the bits of `Seen`. */
export type SeenBits = number;

const bits: ReadonlyMap<string, SeenBits> = new Map<string, SeenBits>([
  [EventAction.Started, Seen.started],
  [EventAction.Submitted, Seen.submitted],
  [EventAction.WaitingComplete, Seen.waiting],
  [EventAction.WaitingContinued, Seen.waiting],
  [EventAction.FlowFinished, Seen.finished],
  [EventAction.FlowCancelled, Seen.cancelled],
]);

export function seenBitOf(action: string): SeenBits {
  return bits.get(action) ?? Seen.other;
}

/**
 * What became of an attempt: everything that a number of the overview can be about. Attempts with the same outcome count
 * as one row of the counts, so it holds no id and no time.
 */
export interface Outcome {
  readonly feature: string | null;
  readonly seen: SeenBits;
  /** The event that ended the attempt, as far as it arrived: its action, reason and state. */
  readonly action: string;
  readonly reason: string | null;
  readonly state: string | null;
}
