import { useQuery } from "@tanstack/react-query";
import { catalogQuery } from "../../api/queries.ts";
import { titleOf } from "../../lib/catalog.ts";
import { type FilterKey, filterKeys, pick } from "../../lib/url.ts";
import { Chips } from "../../ui/chips.tsx";

const names: Record<FilterKey, string> = {
  seen: "Seen",
  action: "Outcome",
  reason: "Reason",
  state: "State",
  stage: "Stage",
  lane: "Lane",
  feature: "Feature",
};

/** What the attempts are narrowed down to, in the catalog's words. */
export function Filters<Search extends { readonly [K in FilterKey]?: string }>({
  search,
  onChange,
}: {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}) {
  const { data } = useQuery(catalogQuery);
  const filters = Object.entries(pick(search, filterKeys)) as [FilterKey, string][];
  return (
    <Chips
      chips={filters.map(([key, value]) => ({ key, name: names[key], title: titleOf(key, value, data), value }))}
      onRemove={(key) => {
        const { [key]: _, ...others } = search;
        onChange(others as Search);
      }}
    />
  );
}
