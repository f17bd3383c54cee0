import { describe, expect, it } from "vitest";
import { findByWholeId } from "../../src/api/search.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { accepted } from "../support/deliveries.ts";
import { memoryStore } from "../support/memory-store.ts";

/** A store whose first pages hold nothing, though there are more. */
async function sparse(empty: number) {
  const store = memoryStore();
  await store.append([accepted({ sessionId: "further back", vendorData: "shop" })]);
  const asked: (string | undefined)[] = [];
  const sessions: EventStore["sessions"] = async ({ cursor, ...query }) => {
    asked.push(cursor);
    return asked.length > empty ? store.sessions(query) : { items: [], next: `page ${asked.length}` };
  };
  return { asked, find: () => findByWholeId({ ...store, sessions }, "shop", {}) };
}

describe("a search for a whole id", () => {
  it("goes on where a page of the store holds nothing", async () => {
    const { asked, find } = await sparse(4);
    const { items, next } = await find();
    expect([items.map(({ sessionId }) => sessionId), next]).toEqual([["further back"], null]);
    expect(asked).toEqual([undefined, "page 1", "page 2", "page 3", "page 4"]);
  });

  it("ends after five pages", async () => {
    const { asked, find } = await sparse(5);
    expect(await find()).toEqual({ items: [], next: null });
    expect(asked).toHaveLength(5);
  });

  it("looks through 200 sessions, whatever their pages", async () => {
    const store = memoryStore();
    await store.append(Array.from({ length: 300 }, (_, index) => accepted({ sessionId: `shop ${index}` })));
    const limits: number[] = [];
    const sessions: EventStore["sessions"] = (query) => {
      limits.push(query.limit);
      return store.sessions({ ...query, limit: Math.min(query.limit, 80) });
    };
    await findByWholeId({ ...store, sessions }, "shop", {});
    expect(limits).toEqual([200, 120, 40]);
  });
});
