import type { Logger } from "pino";
import type { Position } from "../flow/delivery.ts";
import type { LiveFeed } from "../server/parts.ts";
import type { EventStore } from "../store/event-store.ts";
import { nap } from "./nap.ts";
import { type Rows, recentRows } from "./recent.ts";

export interface LiveFeedOptions {
  readonly store: Pick<EventStore, "feed" | "head" | "erasures">;
  readonly logger: Logger;
  /** How often the store is asked what other processes kept, in milliseconds. Default: 500. */
  readonly every?: number;
  /** Rows that are held for all readers together. Default: 5,000. */
  readonly held?: number;
}

/** A live feed that can be told that this process has kept something. */
export interface WakeableFeed extends LiveFeed {
  /** Has the store asked soon, unless nobody reads. */
  wake(): void;
}

/** Has a reader look at the number of erasures: no rows. */
const erasure: Rows = [];
/** Rows of one question to the store. */
const page = 500;
/** Between two questions at least, in milliseconds: a single delivery is shown at once, many a second in fewer steps. */
const pause = 100;
/** After a question that failed, in milliseconds. */
const afterFailure = 2_000;

/**
 * One poller for all readers: it asks the store for what is new, and what it finds is shared, so that a thousand readers
 * cost as much as one. A reader holds nothing but its place. One that comes with an older place reads from the store until
 * it has caught up; one that had caught up and then falls behind all that is held is ended.
 *
 * What is held may be erased by any process. The store counts that: a number that was read before the rows were vouches
 * for them as long as it stays the same.
 */
export function createLiveFeed({ store, logger, every = 500, held = 5_000 }: LiveFeedOptions): WakeableFeed {
  const wakers = new Set<() => void>();
  const recent = recentRows(held);
  const naps = nap();
  /** Set while there are readers: resolves once there is a place to read from. */
  let begun: Promise<void> | null = null;
  let poller: Promise<void> = Promise.resolve();
  let woken = false;
  let closed = false;
  let forgotten = 0;
  /** The store's number of erasures, as it was before what is held was read. */
  let erasures = 0;

  const forget = () => {
    forgotten++;
    recent.restart(recent.end);
    for (const wake of wakers) wake();
  };
  /** Lets go of what is held where something was erased since it was read. */
  const checkErasures = async () => {
    const now = await store.erasures();
    // Another number, not a higher one: a database that was set back to an older state counts from there.
    if (now === erasures) return;
    erasures = now;
    forget();
  };
  const look = async (): Promise<number> => {
    try {
      await checkErasures();
      const before = forgotten;
      const rows = await store.feed(recent.end, page);
      // Read before something was erased, so it may be among these.
      if (forgotten !== before) return 0;
      if (rows.length > 0) {
        recent.add(rows);
        for (const wake of wakers) wake();
      }
      return rows.length === page ? 0 : every;
    } catch (error) {
      logger.warn({ error }, "The live feed could not read the store");
      return afterFailure;
    }
  };
  const poll = async () => {
    while (wakers.size > 0 && !closed) {
      woken = false;
      const wait = await look();
      await naps.sleep(pause);
      if (!woken && wait > pause && wakers.size > 0 && !closed) await naps.sleep(wait - pause, { untilWoken: true });
    }
    begun = null;
  };
  /** Nobody looks while there is no reader: the first one begins where the store stands now. */
  const begin = async () => {
    try {
      await poller;
      erasures = await store.erasures();
      recent.restart(await store.head());
      poller = poll();
    } catch (error) {
      begun = null;
      throw error;
    }
  };

  async function* follow(after: Position | null, isOver: () => boolean, woken: () => Promise<void>) {
    begun ??= begin();
    await begun;
    // Who comes back is given what is held, and nothing of it that was erased before.
    if (after !== null) await checkErasures();
    let place = after ?? recent.end;
    // A place that the store never reached, such as one of another store, would wait for ever.
    if (place > recent.end) place = Math.min(place, await store.head());
    let caughtUp = false;
    let told = forgotten;
    yield erasure;
    while (!isOver()) {
      if (place >= recent.start) {
        caughtUp = true;
        const rows = recent.after(place);
        if (rows !== null) {
          place = rows.at(-1)!.position;
          yield rows;
        } else if (told !== forgotten) {
          told = forgotten;
          yield erasure;
        } else await woken();
      } else if (caughtUp) {
        return;
      } else {
        const edge = recent.start;
        const rows = await store.feed(place, page);
        place = rows.at(-1)?.position ?? place;
        // All that there is up to the edge has been read: there may be gaps, but nothing comes into them.
        if (rows.length < page) place = Math.max(place, edge);
        if (rows.length > 0) yield rows;
      }
    }
  }

  return {
    async *read(after, signal): AsyncGenerator<Rows> {
      let resolve = () => {};
      const wake = () => resolve();
      wakers.add(wake);
      signal.addEventListener("abort", wake, { once: true });
      try {
        yield* follow(
          after,
          () => closed || signal.aborted,
          () => new Promise<void>((wakeUp) => (resolve = wakeUp)),
        );
      } catch (error) {
        logger.warn({ error }, "A live reader was ended: the store could not be read");
      } finally {
        signal.removeEventListener("abort", wake);
        wakers.delete(wake);
        if (wakers.size === 0) naps.wake();
      }
    },
    wake() {
      woken = true;
      naps.wake();
    },
    get readers() {
      return wakers.size;
    },
    get erasures() {
      return erasures;
    },
    forget,
    async close() {
      closed = true;
      for (const wake of wakers) wake();
      naps.wake();
      await poller;
    },
  };
}
