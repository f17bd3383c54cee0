import { StoreError } from "../event-store.ts";
import { SqliteError } from "./connection.ts";

/** The primary result codes that something can be done about, and what. */
const hints: ReadonlyMap<number, readonly [said: string, temporary: boolean]> = new Map([
  [5, ["it is locked: another program reads or writes the file", true]],
  [6, ["it is locked", true]],
  [8, ["it cannot be written: look at the rights of the files and the directory", false]],
  [10, ["the disk failed: look at the system's log", true]],
  [11, ["the file is damaged: put a backup back", false]],
  [13, ["the disk is full: make room", true]],
  [14, ["the file cannot be opened: look at the rights of the directory", false]],
  [26, ["the file is no SQLite database: give another directory", false]],
] as const);

export function explain(error: unknown): StoreError {
  const [said, temporary] = hintOf(error);
  return new StoreError(`SQLite did not do it: ${said}.`, { temporary, cause: error });
}

/** The same while opening, where a lock means a second process. */
export function inUse(error: unknown, directory: string): StoreError {
  if (codeOf(error) === 5) {
    return new StoreError(
      `Another process uses the store in ${directory}: stop it, or give another directory. ` +
        "For several processes on one store, use PostgreSQL.",
      { temporary: false, cause: error },
    );
  }
  const [said] = hintOf(error);
  return new StoreError(`The store in ${directory} cannot be opened: ${said}.`, { temporary: false, cause: error });
}

function codeOf(error: unknown): number {
  return error instanceof SqliteError ? error.errcode & 0xff : 0;
}

function hintOf(error: unknown): readonly [string, boolean] {
  const code = codeOf(error);
  return hints.get(code) ?? [code === 0 ? "its connection failed" : `result code ${code}`, true];
}
