import { useQueries } from "@tanstack/react-query";
import { anySessionQuery } from "../../api/queries.ts";
import { now } from "../../lib/clock.ts";
import { type SessionFilterKey, type SessionSearch, sessionFilterOf, withoutFilter } from "../../lib/url.ts";
import { visible } from "../../lib/visible.ts";
import { Button } from "../../ui/button.tsx";
import type { Chip } from "../../ui/chips.tsx";
import { Empty } from "../../ui/states.tsx";
import { Foreign } from "../../ui/text.tsx";

/** No session is left: which of the filters is why, and the way out of each. */
export function NoneLeft({
  search,
  chips,
  onChange,
}: {
  readonly search: SessionSearch;
  readonly chips: readonly Chip<SessionFilterKey>[];
  readonly onChange: (search: SessionSearch) => void;
}) {
  const { search: text } = search;
  const given = text === undefined ? chips : [...chips, { key: "search", name: "Search", title: text } as const];
  const moment = now();
  const without = useQueries({
    queries: given.map(({ key }) => anySessionQuery(sessionFilterOf(withoutFilter(search, key), moment))),
  });
  return (
    <Empty title="No session matches.">
      <ul className="plain">
        {given.map(({ key, name, title }, index) => (
          <li key={key}>
            <Button label={`Clear ${name}: ${visible(title)}`} onPress={() => onChange(withoutFilter(search, key))}>
              Clear {name}:{" "}
              <strong>
                <Foreign>{title}</Foreign>
              </strong>
            </Button>{" "}
            {wordsOf(without[index]?.data)}
          </li>
        ))}
      </ul>
      {given.length > 1 && <Button onPress={() => onChange({})}>Clear all</Button>}
    </Empty>
  );
}

function wordsOf(isAny: boolean | null | undefined): string {
  if (isAny === undefined) return "";
  if (isAny === null) return "None of the latest sessions matches without it either.";
  return isAny ? "Finds nothing: without it there are sessions." : "Without it there is none either.";
}
