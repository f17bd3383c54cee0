import type { Range } from "../store/event-store.ts";
import { facetKeys, type OutcomeFilter } from "../understand/facets.ts";
import { seenKeys } from "../understand/seen.ts";
import { day, hour } from "../understand/time.ts";
import { badRequest, oneOf, type ReadParameter, readQuery, textUpTo } from "./query.ts";
import type { SeenKey } from "./types/index.ts";

/** Attempts that a request is about. */
export interface AttemptsMeant {
  readonly range: Range;
  readonly filter: OutcomeFilter;
}

const longestRange = 3_660 * day;

/** A moment at a whole hour in UTC. */
const wholeHour: ReadParameter<number> = (text) => {
  const value = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (value % hour === 0) return { value };
  return { problem: "It has to be a whole hour in UTC, such as 2026-03-01T08:00:00Z." };
};

const facet = textUpTo(1_000);

/** The parameters that the overview, the lists and the files of attempts share. */
export const attemptParameters = {
  from: wholeHour,
  to: wholeHour,
  seen: oneOf(...seenKeys) as ReadParameter<SeenKey>,
  action: facet,
  reason: facet,
  state: facet,
  stage: facet,
  lane: facet,
  feature: facet,
};

type AttemptValues = OutcomeFilter & { readonly from: number; readonly to: number };

/** @throws ProblemError where the range is none. */
export function attemptsMeant({ from, to, seen, ...facets }: AttemptValues): AttemptsMeant {
  if (from >= to) throw badRequest([{ parameter: "to", message: "It has to be later than from." }]);
  if (to - from > longestRange) {
    throw badRequest([{ parameter: "from", message: "It has to be at most ten years before to." }]);
  }
  const given = facetKeys.flatMap((key) => (facets[key] === undefined ? [] : [[key, facets[key]] as const]));
  return { range: { from, to }, filter: { ...(seen === undefined ? {} : { seen }), ...Object.fromEntries(given) } };
}

/** Reads a filter of attempts where there is nothing else to read. @throws ProblemError with every parameter that is wrong. */
export function readAttemptQuery(query: Readonly<Record<string, string>>): AttemptsMeant {
  return attemptsMeant(readQuery(query, attemptParameters, ["from", "to"]));
}
