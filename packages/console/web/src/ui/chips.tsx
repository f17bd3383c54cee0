import { visible } from "../lib/visible.ts";
import { Button } from "./button.tsx";
import { Foreign } from "./text.tsx";

/** One thing that a list is narrowed down by. */
export interface Chip<Key extends string = string> {
  readonly key: Key;
  /** What it is about: "State". */
  readonly name: string;
  readonly title: string;
  /** The value itself, where the title is another text. */
  readonly value?: string;
}

/** What a list is narrowed down to, each with a way to take it back. */
export function Chips<Key extends string>({
  chips,
  onRemove,
}: {
  readonly chips: readonly Chip<Key>[];
  readonly onRemove: (key: Key) => void;
}) {
  if (chips.length === 0) return null;
  return (
    <ul className="filters" aria-label="Filters">
      {chips.map(({ key, name, title, value }) => (
        <li key={key} title={value && visible(value)}>
          <Button kind="quiet" label={`Remove the filter ${name}: ${visible(title)}`} onPress={() => onRemove(key)}>
            {name}:{" "}
            <strong>
              <Foreign>{title}</Foreign>
            </strong>{" "}
            <span aria-hidden="true">×</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
