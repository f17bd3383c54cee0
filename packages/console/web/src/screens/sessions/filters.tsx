import { useQuery } from "@tanstack/react-query";
import { catalogQuery } from "../../api/queries.ts";
import { type SessionFilterKey, type SessionSearch, withoutFilter } from "../../lib/url.ts";
import { type Chip, Chips } from "../../ui/chips.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Select, withAnyAndNone } from "../../ui/select.tsx";
import { RangePicker } from "../overview/range-picker.tsx";

const attempts = [
  { value: "any", title: "All sessions" },
  { value: "true", title: "Several attempts" },
];

/** Narrows the sessions down: by when they were last seen, by their feature, and to those of several attempts. */
export function Filters({
  search,
  chips,
  onChange,
}: {
  readonly search: SessionSearch;
  readonly chips: readonly Chip<SessionFilterKey>[];
  readonly onChange: (search: SessionSearch) => void;
}) {
  const { feature = "", several } = search;
  const { data } = useQuery(catalogQuery);
  const change = (changed: { readonly [K in keyof SessionSearch]: string | undefined }) =>
    onChange({ ...search, ...changed } as SessionSearch);
  return (
    <div className="toolbar">
      <RangePicker isOptional search={search} onChange={change} />
      <Select
        label="Feature"
        value={feature}
        options={withAnyAndNone(data?.facets.feature ?? [], feature)}
        onChange={(value) => change({ feature: value || undefined })}
      />
      <Choice
        label="Attempts"
        value={several === "true" ? several : "any"}
        options={attempts}
        onChange={(value) => change({ several: value === "any" ? undefined : value })}
      />
      <Chips chips={chips} onRemove={(key) => onChange(withoutFilter(search, key))} />
    </div>
  );
}
