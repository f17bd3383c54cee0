import { existsSync } from "node:fs";
import { open as openFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, sql } from "kysely";
import { type EventStore, StoreError } from "../event-store.ts";
import { migrate } from "../sql/migrations.ts";
import { sqlStore } from "../sql/sql-store.ts";
import type { Tables } from "../sql/tables.ts";
import { checkpoints } from "./checkpoints.ts";
import { type Connection, connect } from "./connection.ts";
import { sqliteDialect } from "./dialect.ts";
import { makeDirectory } from "./directory.ts";
import { explain, inUse } from "./explain.ts";
import { dialect, flavour } from "./flavour.ts";

/** Removed rows are overwritten with zeros, and a commit returns when it is on the disk. */
const writing = [
  "secure_delete = on",
  "journal_mode = wal",
  "synchronous = full",
  // Pages. Checkpoints run beside the writer; this is what the log may grow to before it does the rest itself.
  "wal_autocheckpoint = 16000",
  "cache_size = -65536",
];

/** Reads at once: a slow search does not hold up the feed. */
const readers = 2;

const fileIn = (directory: string): string => join(directory, "console.db");

/** Whether a directory holds a store. */
export const hasSqlite = (directory: string): boolean => existsSync(fileIn(directory));

/**
 * Opens the store in a directory, which is made where it is not there. One process at a time.
 *
 * @throws {@link StoreError} where another process uses the directory, or it cannot be written.
 */
export async function openSqlite(directory: string, open: typeof connect = connect): Promise<EventStore> {
  const file = fileIn(directory);
  const lock = join(directory, "console.lock");
  await makeDirectory(directory);
  try {
    await makePrivate(file);
    await makePrivate(lock);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new StoreError(`The store in ${directory} cannot be opened (${code}): look at the rights of the directory.`, {
      temporary: false,
      cause: error,
    });
  }
  let writer: Connection | undefined;
  const write = new Kysely<Tables>({
    dialect: sqliteDialect({
      open: async () => {
        writer = await open({ file, lock, pragmas: writing });
        return writer;
      },
      most: 1,
      begin: "begin immediate",
    }),
  });
  const read = new Kysely<Tables>({
    dialect: sqliteDialect({
      open: () => open({ file, pragmas: ["query_only = on", "cache_size = -32768"] }),
      most: readers,
      begin: "begin",
    }),
  });
  const beside = new Kysely<Tables>({
    dialect: sqliteDialect({ open: () => open({ file, pragmas: ["synchronous = full"] }), most: 1, begin: "begin" }),
  });
  const log = checkpoints(() => sql`pragma wal_checkpoint(passive)`.execute(beside));
  /** In turn with transactions. */
  const onWriter = <T>(run: (connection: Connection) => Promise<T>): Promise<T> =>
    write.connection().execute(() => run(writer as Connection));
  const close = async () => {
    await read.destroy();
    await beside.destroy();
    await write.destroy();
  };
  let durable: boolean;
  try {
    await migrate(write, dialect);
    durable = await isDurable(write);
  } catch (error) {
    await close();
    throw error instanceof StoreError ? error : inUse(error, directory);
  }
  return sqlStore({
    flavour,
    write,
    read,
    explain,
    // Not in turn: the thread lets a batch wait while a transaction is open, and has the next one at hand after each.
    async append(batch) {
      const connection = writer?.isAlive ? writer : await onWriter(async (opened) => opened);
      const positions = await connection.append(batch);
      log.appended(batch.length);
      return positions;
    },
    // What was removed still stands in the write-ahead log, and there are copies in the space between rows. The log can
    // only be emptied while no checkpoint is under way.
    forget: () =>
      log.without(async () => {
        for (let page: number | null = 0; page !== null; ) {
          const from: number = page;
          page = await onWriter((connection) => connection.scrub(from));
        }
      }),
    async health() {
      return {
        driver: "sqlite",
        bytes: (await sizeOf(file)) + (await sizeOf(`${file}-wal`)),
        durable,
        warnings: durable ? [] : ["Commits do not wait for the disk (synchronous is not full)."],
      };
    },
    close,
  });
}

/** The directory may be one that others can read. SQLite gives its further files the rights of the first one. */
async function makePrivate(file: string): Promise<void> {
  const made = await openFile(file, "a", 0o600);
  await made.close();
}

/** Whether commits wait for the disk. */
async function isDurable(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
  return (rows[0]?.synchronous ?? 0) >= 2;
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => null);
  return found?.size ?? 0;
}
