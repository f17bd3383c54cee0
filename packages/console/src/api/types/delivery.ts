import type { Iso, SessionRef, Words } from "./common.ts";

/** A row of `GET /api/deliveries` and the data of each message of `GET /api/live`. Ids are masked for viewers. */
export interface DeliveryItem {
  /** Grows in the order of commits; the id of a live message. */
  readonly position: number;
  readonly verdict: "accepted" | "quarantined" | "rejected";
  readonly receivedAt: Iso;
  readonly size: number | null;
  /** Why it was quarantined or refused, in a word and in a sentence. */
  readonly why: { readonly code: string; readonly sentence: string } | null;
  /** The HTTP status that was answered. */
  readonly status: number;
  readonly event: DeliveredEvent | null;
  /** The secret that made the signature, by today's settings; null for what was rejected. */
  readonly secret: SecretMatch | null;
  readonly warnings: readonly { readonly code: string; readonly path: string }[];
  readonly hasBody: boolean;
  /** Of a quarantined one that was later read as an event: where it went. */
  readonly reprocessedAs: number | null;
}

export interface SecretMatch {
  /** Its place among those that are configured, 0 for the current one; null where it is no longer, or not known. */
  readonly index: number | null;
  /** How many are configured. */
  readonly of: number;
  /** False for deliveries that were imported, or kept before the console remembered secrets. */
  readonly known: boolean;
}

export interface DeliveredEvent {
  readonly session: SessionRef;
  readonly sessionId: string;
  readonly attemptId: string | null;
  readonly action: Words;
  readonly code: number;
  readonly reason: Words | null;
  readonly state: Words | null;
}

/** `GET /api/deliveries/:position`. */
export interface DeliveryDetail extends DeliveryItem {
  readonly headers: Readonly<Record<string, string>>;
  readonly digest: string | null;
  readonly catalogVersion: string | null;
  /** Members at the top of a quarantined body. */
  readonly keys: readonly string[];
  /**
   * The body as text (bytes that are not UTF-8 shown as U+FFFD), or null where none is kept, or where ids are masked:
   * `POST /api/deliveries/:position/reveal` gives it then, on the record.
   */
  readonly body: string | null;
  readonly masked: boolean;
}

/** `POST /api/deliveries/:position/reprocess`. */
export interface Reprocessed {
  /** Null where it still cannot be read as an event. */
  readonly position: number | null;
  readonly why: string | null;
}

/** `POST /api/deliveries/reprocess`: of one page of the quarantine. */
export interface ReprocessedPage {
  /** Kept as events now. */
  readonly read: number;
  /** Those whose body is kept, and that still cannot be read. */
  readonly unreadable: number;
  /** Where the next page goes on; null on the last one. */
  readonly next: string | null;
}
