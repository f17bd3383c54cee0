import type { Environment, Flags } from "../settings/given.ts";
import { storeLocation } from "../settings/settings.ts";
import type { EventStore } from "../store/event-store.ts";
import { openStore } from "../store/open.ts";

/** Opens the store of a command, and closes it whatever happens. */
export async function withStore<Result>(
  flags: Flags,
  environment: Environment,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(storeLocation(flags, environment));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
