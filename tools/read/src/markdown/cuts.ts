/**
 * A run of table rows that is kept out of the first parse: one tree over a long table costs gigabytes, and its time grows
 * faster than its rows.
 */
export interface Cut {
  /** Index of the header line; the delimiter row is the line after it. */
  readonly header: number;
  /** Indexes of the rows, the second one exclusive. */
  readonly from: number;
  readonly to: number;
  /** What stands before the first pipe of each of these lines, header and all: indentation, quotation marks. */
  readonly prefix: string;
}

const delimiterRow = /^\|[ :|-]*-[ :|-]*$/;

/**
 * Finds what looks like a table whose rows may be read apart: lines that begin with the same prefix and a pipe, the
 * second of them a delimiter row. Such a line begins nothing but a table, and the same prefix means the same container,
 * so where the first one begins a table all of them belong to it. Whether it does is for the parser to say.
 */
export function findCuts(lines: readonly string[]): readonly Cut[] {
  const cuts: Cut[] = [];
  for (let index = 0; index < lines.length; ) {
    const prefix = /^([ >]*)\|/.exec(lines[index]!)?.[1];
    if (prefix === undefined) {
      index++;
      continue;
    }
    let to = index + 1;
    while (lines[to]?.startsWith(`${prefix}|`)) to++;
    if (to - index > 2 && delimiterRow.test(lines[index + 1]!.slice(prefix.length))) {
      cuts.push({ header: index, from: index + 2, to, prefix });
    }
    index = to;
  }
  return cuts;
}
