import type { Nodes, Root } from "mdast";
import type { Cut } from "./cuts.ts";
import { type Excerpt, excerpt } from "./excerpt.ts";
import type { Parse } from "./parser.ts";

/** A page parsed without the rows of its tables, and where those are. */
export interface Skeleton {
  readonly root: Root;
  readonly excerpt: Excerpt;
  readonly cuts: readonly Cut[];
}

/** Parses a page around the rows of its tables. Rows that turn out to be no rows, in a code block say, are put back. */
export function parseSkeleton(lines: readonly string[], candidates: readonly Cut[], parse: Parse): Skeleton {
  const first = attempt(lines, candidates, parse);
  if (first.cuts.length === candidates.length) return first;
  const second = attempt(lines, first.cuts, parse);
  return second.cuts.length === first.cuts.length ? second : attempt(lines, [], parse);
}

/** Parses without the rows of these cuts and tells which of them were in fact rows of a table. */
function attempt(lines: readonly string[], cuts: readonly Cut[], parse: Parse): Skeleton {
  const kept = excerpt(lines, around(lines.length, cuts));
  const root = parse(kept);
  const tables = tablePlaces(root, kept);
  return { root, excerpt: kept, cuts: cuts.filter((cut) => tables.has(key(cut.header + 1, cut.prefix.length + 1))) };
}

function around(count: number, cuts: readonly Cut[]): readonly number[] {
  const indexes: number[] = [];
  let index = 0;
  for (const { from, to } of [...cuts, { from: count, to: count }]) {
    for (; index < from; index++) indexes.push(index);
    index = to;
  }
  return indexes;
}

function tablePlaces(root: Root, { placeOf }: Excerpt): ReadonlySet<string> {
  const places = new Set<string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "table") {
      const { line, column } = placeOf(node.position!.start);
      places.add(key(line, column));
    } else if ("children" in node) {
      for (const child of node.children) open.push(child);
    }
  }
  return places;
}

function key(line: number, column: number): string {
  return `${line}:${column}`;
}
