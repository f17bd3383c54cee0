import { useQuery } from "@tanstack/react-query";
import { whys } from "../../../../src/understand/why-not.ts";
import { catalogQuery, type DeliveryFilter } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { type Option, Select } from "../../ui/select.tsx";

/** Narrows the list down to one action, or to one reason for not taking a delivery. */
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
  const { verdict } = search;
  const isTaken = verdict !== "quarantined" && verdict !== "rejected";
  return (
    <>
      {!isTaken && (
        <Select
          label="Why"
          value={why ?? ""}
          options={optionsOf(verdict, why)}
          onChange={(value) => onChange(value === "" ? others : { ...others, why: value })}
        />
      )}
      {(search.verdict ?? "accepted") === "accepted" && (
        <Select
          label="Event"
          value={action}
          options={options}
          onChange={(value) => onChange(value === "" ? others : { ...others, action: value })}
        />
      )}
      {isTaken && why !== undefined && (
        <Button kind="quiet" label={`Remove the filter why: ${why}`} onPress={() => onChange(others)}>
          Why: <strong>{why}</strong> <span aria-hidden="true">×</span>
        </Button>
      )}
    </>
  );
}

/** What the console knows, and a chosen reason that it does not: an import may bring one of another release. */
function optionsOf(verdict: keyof typeof whys, chosen = ""): readonly Option[] {
  const known = whys[verdict].map(({ code, sentence }) => ({ value: code, title: sentence }));
  const options = [{ value: "", title: "Any reason" }, ...known];
  return options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, title: chosen }];
}
