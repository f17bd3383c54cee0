import { createSeal, type Seal } from "../guard/seal.ts";
import type { Cursor, EventStore, Page } from "../store/event-store.ts";
import { lazily } from "./lazily.ts";
import { badRequest } from "./query.ts";

/** Where pages go on, as clients see it: sealed, because the store's own cursors may hold ids. */
export interface Cursors {
  /** @throws ProblemError where the cursor is not one of ours. */
  open(cursor: string | undefined): Promise<{ readonly cursor?: Cursor }>;
  /** The page with what is asked of each item. */
  page<Item, Shown>(page: Page<Item>, show: (item: Item) => Shown): Promise<Page<Shown>>;
}

export function createCursors(store: EventStore): Cursors {
  const seal: () => Promise<Seal> = lazily(async () => createSeal(await store.key("cursors")));
  return {
    async open(sealed) {
      if (sealed === undefined) return {};
      const cursor = (await seal()).open(sealed);
      if (cursor === null) throw badRequest([{ parameter: "cursor", message: "It is not from a page of this list." }]);
      return { cursor };
    },
    page: async ({ items, next }, show) => ({
      items: items.map(show),
      next: next === null ? null : (await seal()).seal(next),
    }),
  };
}
