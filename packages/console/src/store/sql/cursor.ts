import { type Cursor, StoreError } from "../event-store.ts";

/**
 * Where a list that is ordered by time goes on: the moment of the last item shown, and how many items of that very moment
 * were shown. It names no id, because people who see ids masked see cursors, too.
 */
export interface TimeCursor {
  readonly at: number;
  readonly shown: number;
}

export function timeOf(cursor: Cursor | undefined): TimeCursor {
  if (cursor === undefined) return { at: Number.MAX_SAFE_INTEGER, shown: 0 };
  const [, at, shown] = /^(\d{1,15})\.(\d{1,9})$/.exec(cursor) ?? unknown();
  return { at: Number(at), shown: Number(shown) };
}

/** Goes on with the items that are older than a moment; null where nothing can be. */
export function before(at: number): Cursor | null {
  return at === 0 ? null : `${at - 1}.0`;
}

export function positionOf(cursor: Cursor): number {
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : unknown();
}

/** Cuts a page out of items that were read with one more than it holds. */
export function pageByTime<Item>(
  read: readonly Item[],
  limit: number,
  from: TimeCursor,
  timeOfItem: (item: Item) => number,
): { readonly items: readonly Item[]; readonly next: Cursor | null } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  if (read.length <= limit || last === undefined) return { items, next: null };
  const at = timeOfItem(last);
  const shown = items.filter((item) => timeOfItem(item) === at).length + (at === from.at ? from.shown : 0);
  return { items, next: `${at}.${shown}` };
}

function unknown(): never {
  throw new StoreError("The cursor is not one that this list gave: start again from the first page.", {
    temporary: false,
  });
}
