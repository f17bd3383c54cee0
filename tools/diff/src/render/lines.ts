import type { Item } from "./item.ts";
import { join, type Piece, write } from "./piece.ts";

/** Things to which the same happened, in one line: "`a`, `b`: from `x` to `y`". */
export interface Line {
  readonly items: readonly Item[];
  readonly pieces: readonly Piece[];
}

/** Brings items into lines, those with the same tail together. Each is named. */
export function linesOf(items: readonly Item[]): readonly Line[] {
  const alike = Map.groupBy(items, ({ tail }) => write(tail, (quoted) => JSON.stringify(quoted)));
  return [...alike.values()].map((list) => {
    const names = join(
      list.map(({ name }) => name),
      ", ",
    );
    const tail = list[0]?.tail ?? [];
    return { items: list, pieces: tail.length === 0 ? names : [...names, ": ", ...tail] };
  });
}
