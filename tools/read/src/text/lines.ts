import type { Place } from "../document.ts";
import { foldText } from "../fold.ts";

/** A line of flattened text that says something. */
export interface TextLine {
  readonly text: string;
  /** As it is compared. */
  readonly folded: string;
  readonly place: Place;
}

/** The lines of a page that are neither empty nor navigation, without the white space around them. */
export function textLines(lines: readonly string[], noise: readonly string[]): readonly TextLine[] {
  const ignored = new Set(["", ...noise.map(foldText)]);
  return lines.flatMap((line, index) => {
    const folded = foldText(line);
    if (ignored.has(folded)) return [];
    return [{ text: line.trim(), folded, place: { line: index + 1, column: line.search(/\S/) + 1 } }];
  });
}

/** A line as a message shows it. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `"${short}"`;
}
