import type { SessionQuery } from "../store/event-store.ts";
import { valuesMeant } from "../understand/facets.ts";
import { badRequest, notLater, oneOf, textUpTo, wholeHour } from "./query.ts";

/** By what the list of sessions can be narrowed down. */
export const sessionParameters = {
  search: textUpTo(1_000),
  from: wholeHour,
  to: wholeHour,
  feature: textUpTo(1_000),
  several: oneOf("true"),
};

interface SessionValues {
  readonly search?: string;
  readonly from?: number;
  readonly to?: number;
  readonly feature?: string;
  readonly several?: "true";
}

export type SessionsMeant = Omit<SessionQuery, "limit" | "cursor">;

/** @throws ProblemError where the range is none. */
export function sessionsMeant({ search: given, from, to, feature, several }: SessionValues): SessionsMeant {
  if (from !== undefined && to !== undefined && from >= to) throw badRequest([notLater]);
  const search = given?.trim() ? given : "";
  return {
    ...(search === "" ? {} : { search }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(feature === undefined ? {} : { features: valuesMeant(feature) }),
    ...(several === undefined ? {} : { several: true }),
  };
}
