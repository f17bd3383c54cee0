import type { Place } from "@tools/read";
import type { Paint } from "../verb.ts";

const CONTEXT = 1;
const WIDEST = 100;

/** The lines around a place, with a mark under it: what a person would open the file to see. */
export function codeFrame(text: string, { line, column }: Place, paint: Paint): string {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  if (lines[line - 1] === undefined) return "";
  const first = Math.max(1, line - CONTEXT);
  const last = Math.min(lines.length, line + CONTEXT);
  const gutter = String(last).length;
  // A long line is shown from a little before the place on.
  const from = column > WIDEST ? column - WIDEST / 2 : 1;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const mark = number === line ? paint("red", ">") : " ";
    const content = visible((lines[number - 1] as string).slice(from - 1, from - 1 + WIDEST));
    shown.push(`  ${mark} ${paint("dim", `${String(number).padStart(gutter)} |`)} ${content}`.trimEnd());
    if (number === line) {
      const lead = visible((lines[number - 1] as string).slice(from - 1, column - 1)).length;
      shown.push(`    ${paint("dim", `${" ".repeat(gutter)} |`)} ${" ".repeat(lead)}${paint("red", "^")}`);
    }
  }
  return shown.join("\n");
}

/** A page cannot steer the terminal: control characters and marks that turn text around are shown, not obeyed. */
export function visible(text: string): string {
  return text
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
