import type { Block, Place, ReadResult, Row, SourceText } from "../src/index.ts";

/** What was read, as JSON a person can review: one line for each text, its place first, nothing said twice. */
export function listing({ document, diagnostics }: ReadResult): string {
  return `${print(
    {
      layout: document.layout,
      front: { ...document.front },
      diagnostics: diagnostics.map(({ rule, severity, place, message }) => [severity, rule, at(place), message]),
      blocks: document.blocks.map(block),
    },
    "",
  )}\n`;
}

function block(item: Block): unknown {
  if (item.kind === "table") return { table: at(item.place), header: row(item.header), rows: item.rows.map(row) };
  return [item.kind === "heading" ? `heading ${item.depth}` : "prose", ...text(item)];
}

function row({ cells, place }: Row): unknown {
  return { row: at(place), cells: cells.map(text) };
}

function text({ place, text, markdown, codes }: SourceText): readonly unknown[] {
  const short = [at(place), text, ...(markdown === text && codes.length === 0 ? [] : [markdown])];
  return codes.length === 0 ? short : [...short, codes];
}

function at(place: Place | undefined): string {
  return place === undefined ? "" : `${place.line}:${place.column}`;
}

/** JSON in which a text with its place and codes is one line. */
function print(value: unknown, indent: string): string {
  const deeper = `${indent}  `;
  if (Array.isArray(value) && value.some((item) => typeof item === "object" && !isText(value))) {
    return `[\n${value.map((item) => deeper + print(item, deeper)).join(",\n")}\n${indent}]`;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${deeper}${JSON.stringify(key)}: ${print(item, deeper)}`);
  return entries.length === 0 ? "{}" : `{\n${entries.join(",\n")}\n${indent}}`;
}

function isText(value: readonly unknown[]): boolean {
  return typeof value[0] === "string";
}
