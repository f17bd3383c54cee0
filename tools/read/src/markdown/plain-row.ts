import type { Cell, Row } from "../document.ts";
import { guardLine } from "../inline/escape.ts";
import { trimSpaces } from "../trim-spaces.ts";

const none: readonly string[] = Object.freeze([]);

/** What can change how a row divides into cells and code spans. */
const dividing = /[\\\x00-\x1f\x7f-\x9f]|``/;

/** What can begin anything inside a cell in Markdown, GFM or MDX, and white space that needs thought. */
const special = /[*~<&[\]{}@]|[^\S ]| {2}|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:\/\/|[Ww]{3}\./;

/**
 * Reads a row whose cells hold nothing but plain text and simple code spans, which most rows of most tables do. A parser
 * takes a hundred times as long over them and comes to the same result: a property test holds the two together. Any row
 * that is not obviously so is left to the parser.
 *
 * @param text The line from its first pipe on.
 * @param line Its number in the file.
 * @param prefix How many characters stand before that pipe.
 */
export function plainRow(text: string, line: number, prefix: number): Row | undefined {
  if (dividing.test(text)) return undefined;
  const parts = text.split("|");
  if (parts.length < 3 || !/^ *$/.test(parts.at(-1)!)) return undefined;
  const cells: Cell[] = [];
  let column = prefix + 2;
  for (const part of parts.slice(1, -1)) {
    const cell = plainCell(part, line, column);
    if (cell === undefined) return undefined;
    cells.push(cell);
    column += part.length + 1;
  }
  return { cells, place: { line, column: prefix + 1 } };
}

function plainCell(part: string, line: number, column: number): Cell | undefined {
  const content = trimSpaces(part);
  if (content === "") return { text: "", markdown: "", codes: none, place: { line, column } };
  const place = { line, column: column + part.indexOf(content) };
  if (!content.includes("`")) {
    return special.test(content) ? undefined : { text: content, markdown: guardLine(content), codes: none, place };
  }
  const segments = content.split("`");
  const codes = segments.filter((_, index) => index % 2 === 1);
  const plain = segments.filter((_, index) => index % 2 === 0);
  const balanced = codes.length === plain.length - 1;
  if (
    !balanced ||
    codes.some((code) => code === "" || /^ | $/.test(code)) ||
    plain.some((text) => special.test(text))
  ) {
    return undefined;
  }
  return { text: segments.join(""), markdown: plain[0] === "" ? content : guardLine(content), codes, place };
}
