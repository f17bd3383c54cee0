import type { EventStore } from "../../src/store/event-store.ts";

export interface FaultyStore {
  readonly store: EventStore;
  /** Calls so far. */
  readonly calls: number;
}

/**
 * A store whose Nth call fails, counted over all methods.
 *
 * @param afterwards Whether the call does its work and only the answer is lost, as when a connection ends at the commit.
 */
export function faulty(store: EventStore, nth: number, failure: () => Error, afterwards: boolean): FaultyStore {
  let calls = 0;
  const proxy = new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== "function" || name === "close") return member;
      return async (...given: unknown[]) => {
        const fails = ++calls === nth;
        if (fails && !afterwards) throw failure();
        const result = await member.apply(target, given);
        if (fails) throw failure();
        return result;
      };
    },
  });
  return {
    store: proxy,
    get calls() {
      return calls;
    },
  };
}
