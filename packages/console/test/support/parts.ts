import pino from "pino";
import { Registry } from "prom-client";
import type { LiveFeed, Parts, Receiver } from "../../src/server/parts.ts";
import { memoryStore } from "./memory-store.ts";

const nothing = { count: 0, p50: null, p95: null, p99: null, max: null };

/** A receiver that takes nothing. */
const idleReceiver: Receiver = {
  handle: (_, response) => void response.end(),
  status: () => ({
    accepted: 0,
    quarantined: 0,
    rejected: 0,
    overloaded: 0,
    failed: 0,
    waiting: 0,
    waitingLimit: 1000,
    batchSizes: nothing,
    latency: nothing,
    lastAt: null,
  }),
  close: async () => {},
};

/** A live feed that gives what is already kept and ends. */
function keptFeed(store: Parts["store"]): LiveFeed {
  return {
    async *read(after) {
      yield await store.feed(after ?? (await store.head()), 1000);
    },
    readers: 0,
    erasures: 0,
    forget: () => {},
    close: async () => {},
  };
}

/** The parts of a console without a network: a store in memory, and whatever the test sets. */
export function partsWith(set: Partial<Parts> = {}): Parts {
  const store = set.store ?? memoryStore();
  return {
    store,
    receiver: idleReceiver,
    live: keptFeed(store),
    signIn: { kind: "none" },
    logger: pino({ enabled: false }),
    metrics: new Registry(),
    clock: () => Date.parse("2026-03-04T12:00:00Z"),
    secretIds: async () => [1_000],
    demo: false,
    origins: [],
    trustProxy: false,
    ...set,
  };
}
