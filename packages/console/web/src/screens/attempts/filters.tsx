import { type FilterKey, filterKeys, pick } from "../../lib/url.ts";
import { Button } from "../../ui/button.tsx";

const names: Record<FilterKey, string> = {
  seen: "Seen",
  action: "Outcome",
  reason: "Reason",
  state: "State",
  stage: "Stage",
  lane: "Lane",
  feature: "Feature",
};

/** What the attempts are narrowed down to, each with a way to take it back. */
export function Filters<Search extends { readonly [K in FilterKey]?: string }>({
  search,
  onChange,
}: {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}) {
  const filters = Object.entries(pick(search, filterKeys)) as [FilterKey, string][];
  if (filters.length === 0) return null;
  return (
    <ul className="filters" aria-label="Filters">
      {filters.map(([key, value]) => (
        <li key={key}>
          <Button
            kind="quiet"
            label={`Remove the filter ${names[key]}: ${wordOf(key, value)}`}
            onPress={() => {
              const { [key]: _, ...others } = search;
              onChange(others as Search);
            }}
          >
            {names[key]}: <strong>{wordOf(key, value)}</strong> <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function wordOf(key: FilterKey, value: string): string {
  if (value === "-") return "none";
  if (value === "?" && key === "stage") return "not placed";
  return value.replaceAll("_", " ");
}
