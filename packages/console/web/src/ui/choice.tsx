import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Option } from "./select.tsx";

/** One of a few, all of them in sight. None is chosen where `value` is null. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <ToggleButtonGroup
      className="choice"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection={value !== null}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        if (key !== undefined) onChange(String(key));
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="choice-item">
          {option.title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
