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
  const line = content.flat().reduce<Inline[]>((all, part) => {
    if (all.length > 0) all.push({ type: "text", value: " " });
    return all.concat(part);
  }, []);
  const { text, markdown, codes } = sourceText(line.length === 0 ? [] : [[line]], place);
  return { text, markdown: guardClosing(markdown), codes, place };
}

/** Number signs at the end of a heading belong to its syntax. */
function guardClosing(markdown: string): string {
  return markdown.replace(/(^|\s)(#+)$/, "$1\\$2");
}

export function codesOf(content: Content): readonly string[] {
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
