import type { EventStore } from "../../src/store/event-store.ts";
import { memoryStore } from "./memory-store.ts";

export interface OpenedStore extends AsyncDisposable {
  readonly store: EventStore;
}

/** Every kind of store, each time a new and empty one that is gone after the test. */
export const drivers: readonly { readonly name: string; open(): Promise<OpenedStore> }[] = [
  { name: "memory", open: async () => ({ store: memoryStore(), [Symbol.asyncDispose]: async () => {} }) },
];
