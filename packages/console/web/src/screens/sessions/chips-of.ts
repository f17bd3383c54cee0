import { formatOpenRange } from "../../lib/format.ts";
import { openRangeOf, openTimeOf, ranges, type SessionFilterKey, type SessionSearch } from "../../lib/url.ts";
import type { Chip } from "../../ui/chips.tsx";

/** The filters of a query in words, besides its search. */
export function chipsOf(search: SessionSearch, now: number): readonly Chip<SessionFilterKey>[] {
  const { feature, several } = search;
  const range = openRangeOf(search);
  const time =
    range === null || range === "any" ? formatOpenRange(openTimeOf(search, now), now) : `within ${ranges[range].title}`;
  return [
    ...(range === "any" ? [] : [{ key: "time", name: "Last seen", title: time } as const]),
    ...(feature === undefined
      ? []
      : [{ key: "feature", name: "Feature", title: feature === "-" ? "None" : feature } as const]),
    ...(several === "true" ? [{ key: "several", name: "Attempts", title: "Several" } as const] : []),
  ];
}
