import type { EventStore } from "./event-store.ts";
import { hasPostgres, tablesCanBeMade } from "./postgres/look.ts";
import { openPostgres } from "./postgres/open.ts";
import { directoryCanBeMade } from "./sqlite/directory.ts";
import { hasSqlite, openSqlite } from "./sqlite/open.ts";

/** Where a store is. */
export type StoreLocation =
  | { readonly driver: "sqlite"; readonly directory: string }
  | {
      readonly driver: "postgres";
      /** `postgres://user:password@host:port/database` */
      readonly url: string;
      /** The schema of the tables, made where it is not there. Absent: where the connection's search path leads. */
      readonly schema?: string;
      /** Most connections at once, beside the one that deliveries are kept with. Default 10. */
      readonly connections?: number;
    };

/**
 * Opens a store, and brings its tables up to date.
 *
 * @throws `StoreError` that says what is wrong and what to do.
 */
export function openStore(location: StoreLocation): Promise<EventStore> {
  return location.driver === "sqlite" ? openSqlite(location.directory) : openPostgres(location);
}

/**
 * Whether there is a store, without making one.
 *
 * @throws `StoreError` where the database cannot be asked.
 */
export async function isThere(location: StoreLocation): Promise<boolean> {
  return location.driver === "sqlite" ? hasSqlite(location.directory) : hasPostgres(location);
}

/**
 * Looks whether a store can be made where there is none, without making it.
 *
 * @throws `StoreError` that says why not.
 */
export function canBeMade(location: StoreLocation): Promise<void> {
  return location.driver === "sqlite" ? directoryCanBeMade(location.directory) : tablesCanBeMade(location);
}
