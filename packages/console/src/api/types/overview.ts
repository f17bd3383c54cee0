import type { Iso } from "./common.ts";

/**
 * The query of `GET /api/overview`, `/api/overview.csv`, `/api/attempts` and `/api/attempts.csv`. All of them count
 * distinct attempts by the moment their first event arrived, so that their numbers agree.
 */
export interface AttemptFilter {
  /** Whole hours in UTC, from inclusive, to exclusive. */
  readonly from: Iso;
  readonly to: Iso;
  /** Attempts for which such an event arrived. */
  readonly seen?: SeenKey;
  /** Attempts that got as far as this stage, which is inferred from the stage that they ended in. */
  readonly reached?: string;
  /** The action, reason, state, stage, lane or feature of the end. `-` stands for none, `?` (stage) for not placed. */
  readonly action?: string;
  readonly reason?: string;
  readonly state?: string;
  readonly stage?: string;
  readonly lane?: string;
  readonly feature?: string;
}

export type SeenKey = "started" | "submitted" | "waiting" | "finished" | "cancelled" | "other";

/** `GET /api/overview`. */
export interface Overview {
  readonly filter: AttemptFilter;
  /** The same length of time before it, for comparison. */
  readonly before: { readonly from: Iso; readonly to: Iso };
  /** Distinct attempts in all. */
  readonly attempts: Compared;
  /** Attempts for which such an event arrived. An attempt counts under each that it has. */
  readonly seen: readonly (Compared & { readonly key: SeenKey; readonly title: string })[];
  /** By hour for up to three days, else by day. */
  readonly series: readonly SeriesPoint[];
  /** Of the time before: for each point of the series, what came earlier by the length of the range. */
  readonly seriesBefore: readonly SeriesPoint[];
  readonly seriesBy: "hour" | "day";
  /** Where people ended: stages in the order of the flow, then what is not placed, then attempts without a state. */
  readonly stages: readonly StageCount[];
  readonly reasons: readonly Share[];
  readonly breakdowns: readonly {
    readonly by: "feature" | "lane" | "action";
    readonly title: string;
    readonly shares: readonly Share[];
  }[];
}

export interface Compared {
  readonly now: number;
  readonly before: number;
}

export interface SeriesPoint extends Readonly<Record<SeenKey, number>> {
  readonly at: Iso;
  readonly attempts: number;
}

/** One part of a breakdown: what to show, how many, and the filter's value that leads to these attempts. */
export interface Share extends Compared {
  readonly value: string;
  readonly title: string;
  /** What the documentation says of it, if anything. */
  readonly description: string | null;
  readonly known: boolean;
}

export interface StageCount extends Share {
  /**
   * Attempts that ended in this stage or in a later one, so went through it as far as that can be inferred. Null for what
   * has no place in the order: what is not placed, attempts without a state, and a stage made of errors.
   */
  readonly reached: Compared | null;
  /** The states of the stage in which people ended, most first. */
  readonly states: readonly (Share & { readonly lane: string | null })[];
}
