import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { EventStore } from "../../src/store/event-store.ts";
import { openStore, type StoreLocation } from "../../src/store/open.ts";
import { memoryStore } from "../support/memory-store.ts";

/** A place for one test's store. */
export interface Place {
  /** Opens it; what was kept before is there. */
  open(): Promise<EventStore>;
  remove(): Promise<void>;
}

export interface TestedDriver {
  readonly name: string;
  /** Why it cannot be tested here; null where it can. */
  readonly missing: string | null;
  place(): Promise<Place>;
}

interface DurableDriver extends TestedDriver {
  place(): Promise<LocatedPlace>;
}

export const databaseUrl = process.env.DATABASE_URL;

export interface LocatedPlace extends Place {
  readonly location: StoreLocation;
}

export async function sqlitePlace(): Promise<LocatedPlace & { readonly directory: string }> {
  const directory = mkdtempSync(join(tmpdir(), "flow-console-"));
  const location = { driver: "sqlite", directory } as const;
  return {
    directory,
    location,
    open: () => openStore(location),
    remove: async () => rmSync(directory, { recursive: true }),
  };
}

export async function postgresPlace(): Promise<LocatedPlace & { readonly url: string; readonly schema: string }> {
  const schema = `test_${randomBytes(6).toString("hex")}`;
  const url = databaseUrl as string;
  const location = { driver: "postgres", url, schema, connections: 4 } as const;
  return {
    url,
    schema,
    location,
    open: () => openStore(location),
    remove: () => query(`drop schema if exists ${schema} cascade`).then(() => {}),
  };
}

/** Runs a statement on a connection of its own. */
export async function query(sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postgresMissing =
  databaseUrl === undefined ? "DATABASE_URL is not set, e.g. postgres://root@127.0.0.1:5432/test" : null;

/** The drivers that keep what they are given. */
export const durable: readonly DurableDriver[] = [
  { name: "sqlite", missing: null, place: sqlitePlace },
  { name: "postgres", missing: postgresMissing, place: postgresPlace },
];

const memory: TestedDriver = {
  name: "memory",
  missing: null,
  place: async () => {
    const store = memoryStore();
    return { open: async () => store, remove: async () => {} };
  },
};

export const drivers: readonly TestedDriver[] = [memory, ...durable];

/** What a test is called, so that a skipped one says why. */
export function titleOf({ name, missing }: TestedDriver): string {
  return missing === null ? name : `${name} (skipped: ${missing})`;
}
