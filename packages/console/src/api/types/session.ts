import type { Iso, SessionRef, Words } from "./common.ts";
import type { SeenKey } from "./overview.ts";

/** The query of `GET /api/sessions`. Its members narrow the list down together. */
export interface SessionFilter {
  /** A session, attempt or end-user id, or vendor data: whole or, for operators, its beginning. */
  readonly search?: string;
  /** Whole hours in UTC between which a session was last seen, from inclusive, to exclusive. Either may be absent. */
  readonly from?: Iso;
  readonly to?: Iso;
  /** `-` stands for none. */
  readonly feature?: string;
  /** Only sessions of more than one attempt. */
  readonly several?: "true";
}

/** A row of `GET /api/sessions`. Ids are masked for viewers. */
export interface SessionItem {
  readonly ref: SessionRef;
  readonly sessionId: string;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
  readonly feature: string | null;
  readonly attempts: number;
  readonly deliveries: number;
  readonly firstAt: Iso;
  readonly lastAt: Iso;
}

/** `GET /api/sessions` besides the page itself. */
export interface SessionsFound {
  /** The only session that was found, where the search is its whole id; else null. */
  readonly exact: SessionRef | null;
}

/** A row of `GET /api/attempts`: the attempts behind a number. */
export interface AttemptItem {
  readonly session: SessionRef;
  readonly sessionId: string;
  readonly attemptId: string | null;
  readonly firstAt: Iso;
  readonly lastAt: Iso;
  readonly deliveries: number;
  readonly outcome: OutcomeInWords;
}

/** `GET /api/attempts` besides the page itself. */
export interface AttemptTotal {
  /** The same number that the overview shows for the same filter. */
  readonly total: number;
}

export interface OutcomeInWords {
  readonly seen: readonly SeenKey[];
  readonly action: Words;
  readonly reason: Words | null;
  readonly state: Words | null;
  readonly stage: { readonly value: string; readonly title: string } | null;
  readonly lane: { readonly value: string; readonly title: string } | null;
  /** One sentence: "Cancelled at the consent screen: ...". */
  readonly sentence: string;
}

/** `GET /api/sessions/:ref`: what happened to one person, in words. */
export interface SessionTimeline {
  readonly session: SessionItem;
  readonly masked: boolean;
  /** In the order in which their first events arrived. */
  readonly attempts: readonly AttemptTimeline[];
  /** Set where only the first deliveries are shown, because there are too many. */
  readonly shownDeliveries: number;
}

export interface AttemptTimeline {
  /** 1 for the first. */
  readonly number: number;
  readonly attemptId: string | null;
  readonly outcome: OutcomeInWords;
  readonly firstAt: Iso;
  readonly lastAt: Iso;
  /** Each different event once, in the order of first arrival, with every delivery that carried it. */
  readonly events: readonly TimelineEvent[];
}

export interface TimelineEvent {
  readonly action: Words;
  readonly code: number;
  readonly reason: Words | null;
  readonly state: Words | null;
  readonly stage: { readonly value: string; readonly title: string } | null;
  /** Milliseconds since the event before it in the attempt first arrived; null for the first. Arrival, not occurrence. */
  readonly sincePrevious: number | null;
  /** It arrived after an event that it should precede: `started` after `submitted`. */
  readonly late: boolean;
  readonly warnings: readonly { readonly code: string; readonly path: string }[];
  /** The first delivery, then every repeat. The same bytes can be a retry or a genuine repeat. */
  readonly deliveries: readonly { readonly position: number; readonly receivedAt: Iso }[];
}

/** What was erased, or would be: `POST` and `GET /api/erase`, `POST /api/sessions/:ref/erase`. */
export interface ErasedCount {
  readonly sessions: number;
  readonly deliveries: number;
}

/** `POST /api/sessions/:ref/reveal`: goes on the record. */
export interface Revealed {
  readonly sessionId: string;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
  readonly attemptIds: readonly (string | null)[];
}
