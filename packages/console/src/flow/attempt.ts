import { EventAction } from "@flow-catalog/events";
import type { EventFacts, Milliseconds } from "./delivery.ts";
import { type Outcome, type SeenBits, seenBitOf } from "./outcome.ts";

/** All that is known of an attempt: what its deliveries add up to, in whatever order and how often they arrived. */
export interface Attempt {
  readonly sessionId: string;
  /** Null for old events that do not name theirs: a session has one such attempt at most. */
  readonly attemptId: string | null;
  readonly outcome: Outcome;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
  /** When its first delivery arrived. It places the attempt in time. */
  readonly firstAt: Milliseconds;
  readonly lastAt: Milliseconds;
  /** Deliveries, repeats included. */
  readonly deliveries: number;
}

/** One event at the moment it arrived. */
export interface Arrival {
  readonly event: EventFacts;
  readonly receivedAt: Milliseconds;
}

/**
 * Adds an arrival to what is known. Commutative and associative in everything; and an event that arrives again changes
 * nothing but `lastAt` and `deliveries`. So duplicates and disorder change no number of the overview.
 */
export function addArrival(attempt: Attempt | undefined, { event, receivedAt }: Arrival): Attempt {
  const one = attemptOf(event, receivedAt);
  return attempt === undefined ? one : mergeAttempts(attempt, one);
}

/** Joins two parts of what is known of one attempt. */
export function mergeAttempts(a: Attempt, b: Attempt): Attempt {
  const end = compareEnds(a.outcome, b.outcome) >= 0 ? a.outcome : b.outcome;
  return {
    sessionId: a.sessionId,
    attemptId: a.attemptId,
    outcome: {
      feature: greater(a.outcome.feature, b.outcome.feature),
      seen: a.outcome.seen | b.outcome.seen,
      action: end.action,
      reason: end.reason,
      state: end.state,
    },
    vendorData: greater(a.vendorData, b.vendorData),
    endUserId: greater(a.endUserId, b.endUserId),
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
    deliveries: a.deliveries + b.deliveries,
  };
}

function attemptOf(event: EventFacts, receivedAt: Milliseconds): Attempt {
  const { sessionId, attemptId, action, reason, state, feature, vendorData, endUserId } = event;
  const seen: SeenBits = seenBitOf(action);
  return {
    sessionId,
    attemptId,
    outcome: { feature, seen, action, reason, state },
    vendorData,
    endUserId,
    firstAt: receivedAt,
    lastAt: receivedAt,
    deliveries: 1,
  };
}

/** Of two events of one attempt, the one that says more about how it ended. */
const weights: ReadonlyMap<string, number> = new Map<string, number>([
  [EventAction.FlowFinished, 6],
  [EventAction.FlowCancelled, 5],
  [EventAction.WaitingComplete, 4],
  [EventAction.WaitingContinued, 3],
  [EventAction.Submitted, 2],
  [EventAction.Started, 1],
]);

/**
 * Orders two events by how much they say about the end. Events carry no time, so the order of arrival must not decide:
 * a finished flow outweighs a cancelled one, an end of waiting that names its reason outweighs going on from it, and what
 * is left is settled by the values themselves.
 */
function compareEnds(a: Outcome, b: Outcome): number {
  return (
    (weights.get(a.action) ?? 0) - (weights.get(b.action) ?? 0) ||
    compareTexts(a.action, b.action) ||
    compareTexts(a.state, b.state) ||
    compareTexts(a.reason, b.reason)
  );
}

/** Null before every text; texts by code units, so that every machine agrees. */
function compareTexts(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function greater(a: string | null, b: string | null): string | null {
  return compareTexts(a, b) >= 0 ? a : b;
}
