import { isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import type { Place } from "../document.ts";
import { emptyFront, type FrontProblem, noPlaces, type ReadFront } from "./front.ts";

/**
 * Reads front matter that takes YAML. Scalars are the text they are written as: `1.0` is not `1` and `no` is not false.
 * What is no scalar is kept as JSON.
 */
export function readYaml(text: string, line: number): ReadFront {
  const front = emptyFront();
  const places = noPlaces();
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  const problems: FrontProblem[] = document.errors.map(({ message, pos }) => ({ message, place: placeOf(pos[0]) }));
  if (problems.length > 0) return { front, places, problems };
  const { contents } = document;
  if (contents === null) return { front, places, problems };
  if (!isMap(contents)) {
    return {
      front,
      places,
      problems: [{ message: "Found front matter without keys, expected `key: value`", place: { line, column: 1 } }],
    };
  }
  for (const { key, value } of contents.items as Pair[]) {
    try {
      const name = textOf(key);
      front[name] = textOf(value);
      places[name] = placeOf(startOf(value) ?? startOf(key) ?? 0);
    } catch {
      // An alias that leads nowhere, into itself or to far too much.
      problems.push({
        message: "Found an alias that cannot be followed, expected a value",
        place: { line, column: 1 },
      });
    }
  }
  return { front, places, problems };

  function placeOf(offset: number): Place {
    const { line: row, col } = counter.linePos(offset);
    return { line: line + row - 1, column: Math.max(1, col) };
  }

  function textOf(node: unknown): string {
    if (node === null || node === undefined) return "";
    if (isScalar(node)) return String(node.value ?? "");
    return JSON.stringify((node as { toJS: (of: unknown) => unknown }).toJS(document));
  }
}

/** Where a node begins, or nothing where it has no character of its own. */
function startOf(node: unknown): number | undefined {
  const [start, end] = (node as { readonly range?: readonly number[] | null } | null)?.range ?? [];
  return start === end ? undefined : start;
}
