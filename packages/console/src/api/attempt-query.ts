import type { Range } from "../store/event-store.ts";
import { facetKeys, type OutcomeFilter } from "../understand/facets.ts";
import { seenKeys } from "../understand/seen.ts";
import { day } from "../understand/time.ts";
import { badRequest, notLater, oneOf, type ReadParameter, readQuery, textUpTo, wholeHour } from "./query.ts";
import type { SeenKey } from "./types/index.ts";

/** Attempts that a request is about. */
export interface AttemptsMeant {
  readonly range: Range;
  readonly filter: OutcomeFilter;
}

const longestRange = 3_660 * day;

const facet = textUpTo(1_000);

/** The parameters that the overview, the lists and the files of attempts share. */
export const attemptParameters = {
  from: wholeHour,
  to: wholeHour,
  seen: oneOf(...seenKeys) as ReadParameter<SeenKey>,
  reached: facet,
  action: facet,
  reason: facet,
  state: facet,
  stage: facet,
  lane: facet,
  feature: facet,
};

type AttemptValues = OutcomeFilter & { readonly from: number; readonly to: number };

/** @throws ProblemError where the range is none. */
export function attemptsMeant({ from, to, seen, reached, ...facets }: AttemptValues): AttemptsMeant {
  if (from >= to) throw badRequest([notLater]);
  if (to - from > longestRange) {
    throw badRequest([{ parameter: "from", message: "It has to be at most ten years before to." }]);
  }
  const given = facetKeys.flatMap((key) => (facets[key] === undefined ? [] : [[key, facets[key]] as const]));
  const filter: OutcomeFilter = {
    ...(seen === undefined ? {} : { seen }),
    ...(reached === undefined ? {} : { reached }),
    ...Object.fromEntries(given),
  };
  return { range: { from, to }, filter };
}

/** Reads a filter of attempts where there is nothing else to read. @throws ProblemError with every parameter that is wrong. */
export function readAttemptQuery(query: Readonly<Record<string, string>>): AttemptsMeant {
  return attemptsMeant(readQuery(query, attemptParameters, ["from", "to"]));
}
