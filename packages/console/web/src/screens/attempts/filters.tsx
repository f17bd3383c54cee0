import { useQuery } from "@tanstack/react-query";
import { catalogQuery } from "../../api/queries.ts";
import { titleOf } from "../../lib/catalog.ts";
import { type FilterKey, filterKeys, pick } from "../../lib/url.ts";
import { Chips } from "../../ui/chips.tsx";
import { Select, withAnyAndNone } from "../../ui/select.tsx";

const names: Record<FilterKey, string> = {
  seen: "Seen",
  reached: "Got as far as",
  action: "Outcome",
  reason: "Reason",
  state: "State",
  stage: "Stage",
  lane: "Lane",
  feature: "Feature",
};

const picked = ["feature", "lane", "stage"] as const;

/** Narrows the attempts down, and says in the catalog's words what they are narrowed down to. */
export function Filters<Search extends { readonly [K in FilterKey]?: string }>({
  search,
  onChange,
}: {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}) {
  const { data } = useQuery(catalogQuery);
  const filters = Object.entries(pick(search, filterKeys)) as [FilterKey, string][];
  const change = (key: FilterKey, value: string) => {
    const { [key]: _, ...others } = search;
    onChange((value === "" ? others : { ...others, [key]: value }) as Search);
  };
  return (
    <>
      {picked.map((key) => (
        <Select
          key={key}
          label={names[key]}
          value={search[key] ?? ""}
          options={withAnyAndNone(data?.facets[key] ?? [], search[key])}
          onChange={(value) => change(key, value)}
        />
      ))}
      <Chips
        chips={filters.map(([key, value]) => ({ key, name: names[key], title: titleOf(key, value, data), value }))}
        onRemove={(key) => change(key, "")}
      />
    </>
  );
}
