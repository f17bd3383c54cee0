import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import pino from "pino";
import { describe, expect, test, vi } from "vitest";
import type { DeliveryRow } from "../../src/flow/delivery.ts";
import { createLiveFeed, type LiveFeedOptions } from "../../src/live/feed.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { accepted } from "../support/deliveries.ts";
import { forGood } from "../support/failing-store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { until } from "../support/until.ts";

const feedOf = (store: LiveFeedOptions["store"], options: Partial<LiveFeedOptions> = {}) =>
  createLiveFeed({ store, logger: pino({ enabled: false }), every: 5, ...options });
const keep = (store: EventStore, number: number) => store.append(Array.from({ length: number }, () => accepted()));
const positions = (rows: readonly DeliveryRow[]) => rows.map(({ position }) => position);

/** A reader that remembers what it saw, and can go away and come back. */
function reader(feed: ReturnType<typeof createLiveFeed>) {
  const seen: number[] = [];
  let ending: AbortController | null = null;
  let reading = Promise.resolve();
  return {
    seen,
    connect(after: number | null = seen.at(-1) ?? 0) {
      ending = new AbortController();
      const { signal } = ending;
      reading = (async () => {
        for await (const rows of feed.read(after, signal)) seen.push(...positions(rows));
      })();
    },
    async leave() {
      ending?.abort();
      await reading;
    },
    over: () => reading,
  };
}

describe("the live feed", () => {
  test("begins now where no place is given", async () => {
    const store = memoryStore();
    await keep(store, 3);
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store);
    const one = reader(feed);
    one.connect(null);
    await until(() => expect(ask).toHaveBeenCalled());
    const other = reader(feed);
    other.connect(3);
    await keep(store, 1);
    await until(() => expect([one.seen, other.seen]).toEqual([[4], [4]]));
    await feed.close();
    await Promise.all([one.over(), other.over()]);
    expect(feed.readers).toBe(0);
  });

  test("a thousand readers cost as many questions as one, and get the same rows", async () => {
    const store = memoryStore();
    const ask = vi.spyOn(store, "feed");
    const head = vi.spyOn(store, "head");
    const feed = feedOf(store, { every: 60_000 });
    const got = new Set<readonly DeliveryRow[]>();
    const ending = new AbortController();
    const readers = Array.from({ length: 1_000 }, async () => {
      for await (const rows of feed.read(0, ending.signal)) if (rows.length > 0) got.add(rows);
    });
    await until(() => expect(ask).toHaveBeenCalledTimes(1));
    await keep(store, 2);
    feed.wake();
    await until(() => expect(got.size).toBe(1));
    expect(ask).toHaveBeenCalledTimes(2);
    expect(head).toHaveBeenCalledTimes(1);
    ending.abort();
    await Promise.all(readers);
    await feed.close();
  });

  test("asks nothing while nobody reads", async () => {
    const store = memoryStore();
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store);
    const one = reader(feed);
    one.connect();
    await keep(store, 1);
    await until(() => expect(one.seen).toEqual([1]));
    await one.leave();
    await feed.close();
    const before = ask.mock.calls.length;
    feed.wake();
    await new Promise(setImmediate);
    expect(ask).toHaveBeenCalledTimes(before);
  });

  test("goes on after the store has failed", async () => {
    const store = memoryStore();
    let failures = 1;
    const ask = async (after: number, limit: number) => {
      if (failures-- > 0) throw forGood();
      return store.feed(after, limit);
    };
    const feed = feedOf({ ...store, feed: ask }, { every: 1 });
    const one = reader(feed);
    one.connect();
    await keep(store, 1);
    await until(() => expect(one.seen).toEqual([1]));
    await one.leave();
    await feed.close();
  });

  test("a store that cannot be read ends the reader, and the next one may come", async () => {
    const store = memoryStore();
    const head = vi.fn(store.head).mockRejectedValueOnce(forGood());
    const feed = feedOf({ ...store, head });
    const one = reader(feed);
    one.connect();
    await one.over();
    await keep(store, 1);
    one.connect();
    await until(() => expect(one.seen).toEqual([1]));
    await one.leave();
    await feed.close();
  });

  test("a place that the store never reached is taken as now", async () => {
    const store = memoryStore();
    await keep(store, 2);
    const feed = feedOf(store);
    const one = reader(feed);
    one.connect(1_000);
    await until(() => expect(feed.readers).toBe(1));
    await until(async () => {
      await keep(store, 1);
      expect(one.seen.length).toBeGreaterThan(0);
    });
    expect(one.seen[0]).toBeGreaterThan(2);
    await one.leave();
    await feed.close();
  });

  test("a reader that falls behind all that is held is ended", async () => {
    const store = memoryStore();
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store, { held: 10, every: 1 });
    const ending = new AbortController();
    const slow = feed.read(0, ending.signal)[Symbol.asyncIterator]();
    expect((await slow.next()).value).toEqual([]);
    const first = slow.next();
    await until(() => expect(ask).toHaveBeenCalled());
    await keep(store, 1);
    expect(positions((await first).value)).toEqual([1]);
    const quick = reader(feed);
    quick.connect();
    for (let batch = 1; batch <= 5; batch++) {
      await keep(store, 10);
      await until(() => expect(quick.seen).toHaveLength(1 + 10 * batch));
    }
    expect((await slow.next()).done).toBe(true);
    await quick.leave();
    await feed.close();
  });

  test("a reader that comes back is given nothing from memory that another process erased", async () => {
    const store = memoryStore();
    // Nobody looks by themselves in this time.
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store, { every: 60_000 });
    const stays = reader(feed);
    stays.connect();
    await until(() => expect(ask).toHaveBeenCalled());
    await keep(store, 1);
    await store.append([accepted({ sessionId: "erased" }), accepted()]);
    await until(() => {
      feed.wake();
      expect(stays.seen).toEqual([1, 2, 3]);
    });
    await store.erase({ sessionId: "erased" });
    const late = reader(feed);
    late.connect(0);
    await until(() => expect(late.seen).toEqual([1, 3]));
    await keep(store, 1);
    await until(() => {
      feed.wake();
      expect([late.seen, stays.seen]).toEqual([
        [1, 3, 4],
        [1, 2, 3, 4],
      ]);
    });
    await feed.close();
  });

  test("tells whoever reads that something was erased, by this process or another one", async () => {
    const store = memoryStore();
    const feed = feedOf(store);
    const batches: number[][] = [];
    const ending = new AbortController();
    const reading = (async () => {
      for await (const rows of feed.read(0, ending.signal)) batches.push(positions(rows));
    })();
    await store.append([accepted({ sessionId: "erased" }), accepted()]);
    await until(() => expect(batches).toEqual([[], [1, 2]]));
    await store.erase({ sessionId: "erased" });
    await until(() => expect(batches).toEqual([[], [1, 2], []]));
    feed.forget();
    await until(() => expect(batches).toEqual([[], [1, 2], [], []]));
    await keep(store, 1);
    await until(() => expect(batches).toEqual([[], [1, 2], [], [], [3]]));
    ending.abort();
    await reading;
    await feed.close();
  });

  test("nor what is gone because the database was set back to an older state", async () => {
    const store = memoryStore();
    await store.erase({ sessionId: "somebody" });
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store, { every: 60_000 });
    const stays = reader(feed);
    stays.connect();
    await until(() => expect(ask).toHaveBeenCalled());
    await keep(store, 1);
    await store.append([accepted({ sessionId: "gone" }), accepted()]);
    await until(() => {
      feed.wake();
      expect(stays.seen).toEqual([1, 2, 3]);
    });
    await store.erase({ sessionId: "gone" });
    store.erasures = async () => 0;
    const late = reader(feed);
    late.connect(0);
    await until(() => expect(late.seen).toEqual([1, 3]));
    await feed.close();
  });

  test("nor is one that was there and had not read it yet, once the store was asked", async () => {
    const store = memoryStore();
    const ask = vi.spyOn(store, "feed");
    const feed = feedOf(store);
    const slow = feed.read(0, new AbortController().signal)[Symbol.asyncIterator]();
    expect((await slow.next()).value).toEqual([]);
    const first = slow.next();
    await until(() => expect(ask).toHaveBeenCalled());
    await keep(store, 1);
    expect(positions((await first).value)).toEqual([1]);
    const quick = reader(feed);
    quick.connect(1);
    await store.append([accepted({ sessionId: "erased" })]);
    await until(() => expect(quick.seen).toEqual([2]));
    await store.erase({ sessionId: "erased" });
    ask.mockClear();
    await until(() => expect(ask).toHaveBeenCalled());
    expect((await slow.next()).done).toBe(true);
    await feed.close();
  });

  test("nor comes it into memory by a question that was asked before", async () => {
    const store = memoryStore();
    const answered = Promise.withResolvers<void>();
    const ask = async (after: number, limit: number) => {
      const rows = await store.feed(after, limit);
      if (rows.some(({ position }) => position === 2)) await answered.promise;
      return rows;
    };
    const asked = vi.spyOn(store, "feed");
    const feed = feedOf({ ...store, feed: ask });
    const stays = reader(feed);
    stays.connect();
    await until(() => expect(asked).toHaveBeenCalled());
    await keep(store, 1);
    await until(() => expect(stays.seen).toEqual([1]));
    await store.append([accepted({ sessionId: "erased" })]);
    const before = asked.mock.calls.length;
    await until(() => expect(asked.mock.calls.length).toBeGreaterThan(before));
    await store.erase({ sessionId: "erased" });
    const late = reader(feed);
    late.connect(0);
    await until(() => expect(late.seen).toEqual([1]));
    answered.resolve();
    await keep(store, 1);
    await until(() =>
      expect([late.seen, stays.seen]).toEqual([
        [1, 3],
        [1, 3],
      ]),
    );
    await feed.close();
  });

  test("no reader is ever given what was erased before it came, and none misses what was not", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("keep" as const), number: fc.integer({ min: 1, max: 8 }) }),
      fc.record({ kind: fc.constant("come" as const), who: fc.nat(2) }),
      fc.record({ kind: fc.constant("leave" as const), who: fc.nat(2) }),
      fc.record({ kind: fc.constant("erase" as const), which: fc.nat() }),
      // Longer than the feed takes from one question to the next, or much shorter.
      fc.record({ kind: fc.constant("wait" as const), milliseconds: fc.constantFrom(0, 1, 120) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const store = memoryStore();
        const feed = feedOf(store, { every: 1 });
        const readers = Array.from({ length: 3 }, () => reader(feed));
        const came = new Map<number, { readonly seen: number; readonly erased: readonly number[] }>();
        const erased: number[] = [];
        const leave = async (who: number) => {
          await readers[who]!.leave();
          const { seen = 0, erased: before = [] } = came.get(who) ?? {};
          came.delete(who);
          expect(readers[who]!.seen.slice(seen).filter((position) => before.includes(position))).toEqual([]);
        };
        const come = (who: number) => {
          if (came.has(who)) return;
          came.set(who, { seen: readers[who]!.seen.length, erased: [...erased] });
          readers[who]!.connect();
        };
        let kept = 0;
        for (const one of steps) {
          if (one.kind === "keep") {
            const ids = Array.from({ length: one.number }, () => ({ sessionId: String(++kept) }));
            await store.append(ids.map((facts) => accepted(facts)));
          } else if (one.kind === "come") come(one.who);
          else if (one.kind === "leave") await leave(one.who);
          else if (one.kind === "erase") {
            if (kept === 0) continue;
            const position = 1 + (one.which % kept);
            await store.erase({ sessionId: String(position) });
            erased.push(position);
          } else await sleep(one.milliseconds);
        }
        await keep(store, 1);
        const all = positions(await store.feed(0, 10_000));
        for (const who of readers.keys()) await leave(who);
        for (const who of readers.keys()) come(who);
        for (const { seen } of readers) await until(() => expect(seen.at(-1)).toBe(all.at(-1)), { interval: 2 });
        for (const who of readers.keys()) await leave(who);
        for (const { seen } of readers) {
          expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
          expect(seen.filter((position) => !erased.includes(position))).toEqual(all);
        }
        await feed.close();
      }),
      { numRuns: 25 },
    );
  });

  test("no reader misses a delivery or sees one twice, whenever it comes and goes", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("keep" as const), number: fc.integer({ min: 1, max: 30 }) }),
      fc.record({ kind: fc.constant("come" as const), who: fc.nat(3) }),
      fc.record({ kind: fc.constant("leave" as const), who: fc.nat(3) }),
      fc.record({ kind: fc.constant("wake" as const) }),
      fc.record({ kind: fc.constant("breathe" as const), turns: fc.integer({ min: 1, max: 20 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), async (steps, held) => {
        const store = memoryStore();
        const feed = feedOf(store, { held, every: 1 });
        const readers = Array.from({ length: 4 }, () => reader(feed));
        const connected = new Set<number>();
        const come = (who: number) => {
          if (!connected.has(who)) readers[who]!.connect();
          connected.add(who);
        };
        for (const one of steps) {
          if (one.kind === "keep") await keep(store, one.number);
          else if (one.kind === "come") come(one.who);
          else if (one.kind === "leave") {
            await readers[one.who]!.leave();
            connected.delete(one.who);
          } else if (one.kind === "wake") feed.wake();
          else for (let turn = 0; turn < one.turns; turn++) await new Promise(setImmediate);
        }
        await keep(store, 1);
        const all = positions(await store.feed(0, 10_000));
        // Whoever was ended for being slow comes again, as a browser does.
        for (const one of readers) await one.leave();
        for (const one of readers) one.connect();
        for (const one of readers) await until(() => expect(one.seen).toHaveLength(all.length), { interval: 2 });
        for (const one of readers) expect(one.seen).toEqual(all);
        await feed.close();
      }),
      { numRuns: 60 },
    );
  });
});
