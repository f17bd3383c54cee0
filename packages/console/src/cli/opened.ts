import { once } from "node:events";
import type { ReadStream, WriteStream } from "node:fs";
import type { Environment, Flags } from "../settings/given.ts";
import { storeLocation } from "../settings/settings.ts";
import { type EventStore, StoreError } from "../store/event-store.ts";
import { isThere, openStore, type StoreLocation } from "../store/open.ts";

/** Opens the store of a command, made where it is not there, and closes it whatever happens. */
export function withStore<Result>(
  flags: Flags,
  environment: Environment,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  return opened(storeLocation(flags, environment), work);
}

/**
 * The same for commands that need one that is there: nothing found in a mistyped folder would read like success.
 *
 * @throws StoreError where the folder holds none.
 */
export async function withKeptStore<Result>(
  flags: Flags,
  environment: Environment,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  const location = storeLocation(flags, environment);
  if (location.driver === "sqlite" && !isThere(location)) {
    throw new StoreError(`There is no database in ${location.directory}: see that --data is the console's folder.`, {
      temporary: false,
    });
  }
  return opened(location, work);
}

async function opened<Result>(location: StoreLocation, work: (store: EventStore) => Promise<Result>): Promise<Result> {
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * A stream of a file once it is open.
 *
 * @throws Error that names the file where it cannot be opened.
 */
export async function openedFile<File extends ReadStream | WriteStream>(
  file: File,
  use: "read" | "written",
): Promise<File> {
  try {
    await once(file, "open");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${file.path} cannot be ${use} (${code}): check its path, and who may do that.`, { cause: error });
  }
  return file;
}
