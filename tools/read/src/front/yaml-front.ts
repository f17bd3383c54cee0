import { isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import { emptyFront, type FrontProblem, type ReadFront } from "./front.ts";

/**
 * Reads front matter that takes YAML. Scalars are the text they are written as: `1.0` is not `1` and `no` is not false.
 * What is no scalar is kept as JSON.
 */
export function readYaml(text: string, line: number): ReadFront {
  const front = emptyFront();
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: counter, prettyErrors: false });
  const problems: FrontProblem[] = document.errors.map(({ message, pos }) => {
    const { line: row, col } = counter.linePos(pos[0]);
    return { message, place: { line: line + row - 1, column: Math.max(1, col) } };
  });
  if (problems.length > 0) return { front, problems };
  const { contents } = document;
  if (contents === null) return { front, problems };
  if (!isMap(contents)) {
    return {
      front,
      problems: [{ message: "Found front matter without keys, expected `key: value`", place: { line, column: 1 } }],
    };
  }
  for (const { key, value } of contents.items as Pair[]) {
    try {
      front[textOf(key)] = textOf(value);
    } catch {
      // An alias that leads nowhere, into itself or to far too much.
      problems.push({
        message: "Found an alias that cannot be followed, expected a value",
        place: { line, column: 1 },
      });
    }
  }
  return { front, problems };

  function textOf(node: unknown): string {
    if (node === null || node === undefined) return "";
    if (isScalar(node)) return String(node.value ?? "");
    return JSON.stringify((node as { toJS: (of: unknown) => unknown }).toJS(document));
  }
}
