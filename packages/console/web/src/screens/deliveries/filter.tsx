import { useQuery } from "@tanstack/react-query";
import { whys } from "../../../../src/understand/why-not.ts";
import { catalogQuery, type DeliveryFilter } from "../../api/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Select, withChosen } from "../../ui/select.tsx";

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
  const { verdict } = search;
  const isTaken = verdict !== "quarantined" && verdict !== "rejected";
  return (
    <>
      {!isTaken && (
        <Select
          label="Why"
          value={why ?? ""}
          options={withChosen(
            [
              { value: "", title: "Any reason" },
              ...whys[verdict].map(({ code, sentence }) => ({ value: code, title: sentence })),
            ],
            why,
          )}
          onChange={(value) => onChange(value === "" ? others : { ...others, why: value })}
        />
      )}
      {(search.verdict ?? "accepted") === "accepted" && (
        <Select
          label="Event"
          value={action}
          options={withChosen(
            [{ value: "", title: "Any event" }, ...events.map(({ value, title }) => ({ value, title }))],
            action,
          )}
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
