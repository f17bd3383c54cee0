import type { EventStore } from "../../src/store/event-store.ts";
import { drivers as stored, titleOf } from "../store/drivers.ts";

export interface OpenedStore extends AsyncDisposable {
  readonly store: EventStore;
}

/** Every kind of store, each time a new and empty one that is gone after the test. */
export const drivers: readonly {
  readonly name: string;
  readonly missing: string | null;
  open(): Promise<OpenedStore>;
}[] = stored.map((driver) => ({
  name: titleOf(driver),
  missing: driver.missing,
  async open() {
    const place = await driver.place();
    const store = await place.open();
    return {
      store,
      async [Symbol.asyncDispose]() {
        await store.close();
        await place.remove();
      },
    };
  },
}));
