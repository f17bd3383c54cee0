import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from "react-aria-components";
import { visible } from "../lib/visible.ts";

export interface Option {
  readonly value: string;
  readonly title: string;
}

/** What a list can be narrowed down to by a value: any, each that is known, none, and a chosen one that is not known. */
export function withAnyAndNone(known: readonly Option[], chosen = ""): readonly Option[] {
  return withChosen([{ value: "", title: "Any" }, ...known, { value: "-", title: "None" }], chosen);
}

/** Options, and a chosen one that is not among them: an address may hold any text. */
export function withChosen(options: readonly Option[], chosen = ""): readonly Option[] {
  return options.some(({ value }) => value === chosen) ? options : [...options, { value: chosen, title: chosen }];
}

/** One of several. The option with the empty value stands for all. */
export function Select({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <AriaSelect
      className="select"
      value={value === "" ? all : value}
      onChange={(key) => onChange(key === all || key === null ? "" : String(key))}
    >
      <Label className="select-label">{label}</Label>
      <Button className="button button-plain">
        <SelectValue />
        <svg className="chevron" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="m3 4.5 3 3 3-3" />
        </svg>
      </Button>
      <Popover className="popover">
        <ListBox
          className="listbox"
          items={options.map(({ value, title }) => ({ id: value || all, title: visible(title) }))}
        >
          {(option) => (
            <ListBoxItem className="listbox-item" id={option.id} textValue={option.title}>
              <bdi>{option.title}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** Keys of a list box cannot be empty. */
const all = "\u0000";
