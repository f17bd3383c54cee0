import { once } from "node:events";
import type { ReadStream, WriteStream } from "node:fs";
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
