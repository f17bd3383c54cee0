import type { Iso } from "./common.ts";

/** `GET /api/status`: how the console itself is. */
export interface Status {
  readonly startedAt: Iso;
  readonly node: string;
  readonly receiving: {
    readonly accepted: number;
    readonly quarantined: number;
    readonly rejected: number;
    /** Refused because too many were waiting. */
    readonly overloaded: number;
    /** Answered 503 because the store did not take them. */
    readonly failed: number;
    readonly waiting: number;
    readonly waitingLimit: number;
    /** Of the last batches: deliveries, and milliseconds from arrival to answer. */
    readonly batchSizes: Quantiles;
    readonly latency: Quantiles;
    readonly lastAt: Iso | null;
  };
  readonly store: {
    readonly driver: string;
    readonly ok: boolean;
    readonly problem: string | null;
    readonly bytes: number | null;
    readonly head: number;
    readonly oldestAt: Iso | null;
    readonly durable: boolean;
    readonly warnings: readonly string[];
  };
  /**
   * What came to any process and was not taken as an event: rejected in the last day, and brought into quarantine in the
   * last seven without being read again (at most 1,000 are counted). Null while the store does not answer.
   */
  readonly notTaken: { readonly rejected: number; readonly quarantined: number } | null;
  readonly live: { readonly readers: number };
  readonly catalog: {
    readonly version: string;
    /** The pages' own dates, and how many days ago that was. */
    readonly published: string | null;
    readonly ageDays: number | null;
    readonly unknownValues: number;
  };
  /** The configured secrets by their place, then those that are no longer. Empty while the store does not answer. */
  readonly secrets: readonly SecretInUse[];
  /** What should be looked at, worst first. */
  readonly warnings: readonly string[];
}

/** How many deliveries a secret signed, and when, counted by the store for every process. */
export interface SecretInUse {
  /** 0 for the current one; null for one that is no longer configured. */
  readonly index: number | null;
  readonly deliveries: number;
  readonly firstAt: Iso | null;
  readonly lastAt: Iso | null;
}

export interface Quantiles {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}
