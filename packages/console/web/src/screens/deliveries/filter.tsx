import { useQuery } from "@tanstack/react-query";
import { catalogQuery, type DeliveryFilter } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/select.tsx";

/** Narrows the list down to one action, or takes back the reason that a link came with. */
export function Filter({
  search,
  onChange,
}: {
  readonly search: DeliveryFilter;
  readonly onChange: (search: DeliveryFilter) => void;
}) {
  const { data } = useQuery(catalogQuery);
  const events = data?.vocabularies.find(({ id }) => id === "event")?.entries ?? [];
  const { action = "", why, ...others } = search;
  const known = events.map(({ value, title }) => ({ value, title }));
  const options = [
    { value: "", title: "Any event" },
    ...known,
    ...(action === "" || known.some(({ value }) => value === action) ? [] : [{ value: action, title: action }]),
  ];
  return (
    <>
      {(search.verdict ?? "accepted") === "accepted" && (
        <Select
          label="Event"
          value={action}
          options={options}
          onChange={(value) => onChange(value === "" ? others : { ...others, action: value })}
        />
      )}
      {why !== undefined && (
        <Button kind="quiet" label={`Remove the filter why: ${why}`} onPress={() => onChange(others)}>
          Why: <strong>{why}</strong> <span aria-hidden="true">×</span>
        </Button>
      )}
    </>
  );
}
