import { type EventStore, StoreError } from "../../src/store/event-store.ts";
import { memoryStore } from "./memory-store.ts";

export interface HeldStore {
  readonly store: EventStore;
  /** Lets go what waits. */
  release(): void;
  /** Lets go what waits, and whatever comes from now on. */
  open(): void;
  readonly held: number;
}

/** A store whose appends wait until they are let go. */
export function heldStore(): HeldStore {
  const store = memoryStore();
  let held: (() => void)[] = [];
  let isOpen = false;
  const release = () => {
    for (const go of held) go();
    held = [];
  };
  return {
    store: {
      ...store,
      async append(batch) {
        if (!isOpen) await new Promise<void>((resolve) => held.push(resolve));
        return store.append(batch);
      },
    },
    release,
    open() {
      isOpen = true;
      release();
    },
    get held() {
      return held.length;
    },
  };
}

/** A store whose appends fail as long as the test says so. */
export function failingStore(failure: (batch: Parameters<EventStore["append"]>[0]) => Error | null): EventStore {
  const store = memoryStore();
  return {
    ...store,
    async append(batch) {
      const error = failure(batch);
      if (error !== null) throw error;
      return store.append(batch);
    },
  };
}

export const temporary = () => new StoreError("The store is busy.", { temporary: true });
export const forGood = () => new StoreError("The store cannot keep this.", { temporary: false });
