import type { At } from "../rule.ts";
import type { KnownTable } from "./columns.ts";
import { gluedHeader } from "./glue.ts";
import { quoted, type TextLine } from "./lines.ts";

/** Why a table is not where its description says. */
export interface Missing {
  readonly glued: boolean;
  readonly at: At;
  readonly message: string;
}

/** Says how much of a table's header the page has, which mostly tells what happened to the copy. */
export function missingTable(lines: readonly TextLine[], table: KnownTable, file: string): Missing {
  const names = table.columns.map(({ name }) => `"${name}"`).join(", ");
  const expected = `expected the headers ${names} in consecutive lines`;
  const glued = gluedHeader(lines, table);
  if (glued !== undefined) {
    return { glued: true, at: { file, place: glued.place }, message: `Found ${quoted(glued.text)}, ${expected}` };
  }
  const { matched, next } = longestBeginning(lines, table);
  if (matched === 0) return { glued: false, at: { file }, message: `Found no part of a table, ${expected}` };
  const found = next === undefined ? "the end of the page" : quoted(next.text);
  const { place } = next ?? lines.at(-1)!;
  return {
    glued: false,
    at: { file, place },
    message: `Found ${found} instead of "${table.columns[matched]!.name}", ${expected}`,
  };
}

/** Where most of the header cells stand in order, and the line after them. */
function longestBeginning(lines: readonly TextLine[], { columns }: KnownTable) {
  let best: { matched: number; next: TextLine | undefined } = { matched: 0, next: undefined };
  for (let index = 0; index < lines.length; index++) {
    const differs = columns.findIndex(({ name }, offset) => lines[index + offset]?.folded !== name);
    if (differs > best.matched) best = { matched: differs, next: lines[index + differs] };
  }
  return best;
}
