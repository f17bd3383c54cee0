import type { Place, SourceText } from "../document.ts";
import type { Content, Inline, Line } from "./content.ts";
import { spellLine } from "./spell.ts";

const none: readonly string[] = Object.freeze([]);

/** Content as a document states it: as plain text, as Markdown, and the code spans apart. */
export function sourceText(content: Content, place: Place): SourceText {
  const text = content.map((lines) => stack(lines.map(textOfLine), "\n"));
  return {
    text: stack(text, "\n\n"),
    markdown: content.map((lines) => lines.map(spellLine).join("\\\n")).join("\n\n"),
    codes: codesOf(content),
    place,
  };
}

/** The same as the text of a heading, which is one line whatever its author asked for. */
export function headingText(content: Content, place: Place): SourceText {
  const line = content
    .flat()
    .reduce<readonly Inline[]>((all, part) => (all.length === 0 ? part : joinLines(all, part)), []);
  const { text, markdown, codes } = sourceText(line.length === 0 ? [] : [[line]], place);
  return { text, markdown: guardClosing(markdown), codes, place };
}

/** Two lines as one. Text that now follows text becomes one text, because spelling looks at what stands beside it. */
function joinLines(before: Line, after: Line): readonly Inline[] {
  const last = before.at(-1);
  const first = after[0];
  const head = last?.type === "text" ? before.slice(0, -1) : before;
  const tail = first?.type === "text" ? after.slice(1) : after;
  const value = `${last?.type === "text" ? last.value : ""} ${first?.type === "text" ? first.value : ""}`;
  return [...head, { type: "text", value }, ...tail];
}

/** Number signs at the end of a heading belong to its syntax. */
function guardClosing(markdown: string): string {
  return markdown.replace(/(^|\s)(#+)$/, "$1\\$2");
}

function codesOf(content: Content): readonly string[] {
  const codes: string[] = [];
  for (const paragraph of content) for (const line of paragraph) collect(line, codes);
  return codes.length === 0 ? none : codes;
}

function collect(line: Line, codes: string[]): void {
  for (const node of line) {
    if (node.type === "code") codes.push(node.value);
    else if ("children" in node) collect(node.children, codes);
  }
}

export function textOfLine(line: Line): string {
  return line.map(textOf).join("");
}

function textOf(node: Inline): string {
  if (node.type === "text" || node.type === "code") return node.value;
  return node.type === "image" ? node.alt : textOfLine(node.children);
}

/** Joins what is there: an image without alternative text leaves no empty line. */
function stack(texts: readonly string[], separator: string): string {
  return texts.filter((text) => text !== "").join(separator);
}
