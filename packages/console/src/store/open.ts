import type { EventStore } from "./event-store.ts";
import { openPostgres } from "./postgres/open.ts";
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
      /** Most connections at once. Default 10. */
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

/** Whether there is something to open, without making it. Of PostgreSQL only opening can tell. */
export function isThere(location: StoreLocation): boolean {
  return location.driver === "postgres" || hasSqlite(location.directory);
}
