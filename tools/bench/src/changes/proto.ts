import type { Row, Sheet, Table } from "./sheet.ts";

/**
 * Both sheets as Protocol Buffers, by that language's customs: an enum begins with zero, a value that stays keeps its
 * number wherever it stands, a new one gets the next, what is gone is deprecated, and descriptions are comments. A code
 * is the number itself.
 */
export function protos(before: Sheet, after: Sheet): readonly [before: string, after: string] {
  const numbers = numbersOf([...rowsOf(before), ...rowsOf(after)]);
  return [proto(before, numbers), proto(after, numbers)];
}

const rowsOf = ({ reasons, screens }: Sheet): readonly Row[] => [...reasons.rows, ...(screens?.rows ?? [])];
const nameOf = (row: Row): string =>
  (row.name ?? row.value)
    .replace(/([a-z])(?=[A-Z])/g, "$1_")
    .replace(/\W/g, "_")
    .toUpperCase();

/** Numbers in the order of first sight, by name; two values that share their name share it, and are refused by buf. */
function numbersOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  return new Map([...new Set(rows.map(nameOf))].map((name, index) => [name, index + 1]));
}

function proto(sheet: Sheet, numbers: ReadonlyMap<string, number>): string {
  const { events, reasons, screens, url, layout } = sheet;
  const text = [
    'syntax = "proto3";',
    "package events.v1;",
    ...(layout === "lower" ? ["// These enums are looked after by the events team."] : []),
    enumOf(events, url, layout, ({ code }) => code),
    ...[reasons, ...(screens === undefined ? [] : [screens])].map((table) =>
      enumOf(table, url, layout, (row) => numbers.get(nameOf(row))),
    ),
  ].join("\n\n");
  return `${layout === "windows" ? text.replaceAll("\n", "\r\n") : text}\n`;
}

function enumOf(
  { type, intro, rows }: Table,
  url: string,
  layout: Sheet["layout"],
  numberOf: (row: Row) => number | undefined,
): string {
  const space = layout === "padded" ? "    " : "  ";
  const prefix = type.replace(/([a-z])(?=[A-Z])/g, "$1_").toUpperCase();
  const members = rows.map((row) => {
    const comment = row.text === "" ? "" : `${space}// ${row.text}\n`;
    const name = layout === "bare" ? "" : `${prefix}_${nameOf(row)}`;
    return `${comment}${space}${name} = ${numberOf(row) ?? ""}${row.gone === undefined ? "" : " [deprecated = true]"};`;
  });
  const first = `${space}${prefix}_UNSPECIFIED = 0;`;
  return `// ${intro}\n// ${url}\nenum ${type} {\n${[first, ...members].join("\n")}\n}`;
}
