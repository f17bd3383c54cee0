/** What a cell can hold. Null makes an empty one, and so does the empty text. */
export type Cell = string | number | null;

/** Without it, a spreadsheet that opens the file reads whatever is not ASCII in the encoding of its machine. */
const byteOrderMark = "\uFEFF";

/** The first line of a CSV file: the names of its columns. */
export function csvHead(names: readonly string[]): string {
  return byteOrderMark + csvLine(names);
}

/** A line of a CSV file as RFC 4180 has it. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

/**
 * A spreadsheet takes a text that begins like this for a formula, and runs it, whoever wrote it. An apostrophe in front
 * makes it a text again, so such a value does not read back as it was: JSON Lines do. A sign alone is none.
 */
const formula = /^(?:[\t\r\n]|[\s\u00a0]*[=+\-@|\uFF0B\uFF0D\uFF1D\uFF20].)/s;

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
