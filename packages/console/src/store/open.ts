import { type EventStore, StoreError } from "./event-store.ts";

export type StoreLocation =
  | { readonly driver: "sqlite"; readonly directory: string }
  | { readonly driver: "postgres"; readonly url: string };

export async function openStore(location: StoreLocation): Promise<EventStore> {
  throw new StoreError(`There is no driver for ${location.driver}.`, { temporary: false });
}
