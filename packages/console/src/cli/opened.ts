import { once } from "node:events";
import type { ReadStream, WriteStream } from "node:fs";
import type { Environment, Flags } from "../settings/given.ts";
import { storeLocation } from "../settings/settings.ts";
import { variables } from "../settings/table.ts";
import { type EventStore, StoreError } from "../store/event-store.ts";
import { isThere, openStore, type StoreLocation } from "../store/open.ts";
import { isAbort } from "./stopped.ts";

/** Opens the store of a command, made where it is not there, and closes it whatever happens. */
export function withStore<Result>(
  flags: Flags,
  environment: Environment,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  return withStoreAt(storeLocation(flags, environment), work);
}

/**
 * The same for commands that need one that is there: nothing found in a mistyped place would read like success.
 *
 * @throws StoreError where there is none.
 */
export async function withKeptStore<Result>(
  flags: Flags,
  environment: Environment,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  const location = storeLocation(flags, environment);
  if (await isThere(location)) return withStoreAt(location, work);
  throw new StoreError(
    location.driver === "sqlite"
      ? `There is no database in ${location.directory}: see that --data is the console's folder.`
      : `There is no table of the console in the database: see that ${variables.database} is the console's.`,
    { temporary: false },
  );
}

/** Opens a store, and closes it whatever happens. */
export async function withStoreAt<Result>(
  location: StoreLocation,
  work: (store: EventStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(location);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * Works with the stream of a file, once it is open.
 *
 * @throws Error that names the file where it cannot be opened, read or written.
 */
export async function withFile<File extends ReadStream | WriteStream, Result>(
  file: File,
  use: "read" | "written",
  work: (file: File) => Promise<Result>,
): Promise<Result> {
  try {
    await once(file, "open");
    return await work(file);
  } catch (error) {
    if (error !== file.errored || isAbort(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(
      `${file.path} cannot be ${use} (${code}): ${hints.get(code) ?? "check its path, and who may do that"}.`,
      {
        cause: error,
      },
    );
  }
}

const hints: ReadonlyMap<string | undefined, string> = new Map([
  ["EISDIR", "it is a folder, give a file"],
  ["ENOSPC", "the disk is full, and what was written is not complete"],
]);
