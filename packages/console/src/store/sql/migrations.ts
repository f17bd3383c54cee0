import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import { StoreError } from "../event-store.ts";
import type { Tables } from "./tables.ts";

/** Words in which the drivers' tables differ. */
export interface Dialect {
  /** Type of a whole number of 64 bits, of bytes, and of a number that the database gives itself. */
  readonly integer: string;
  readonly bytes: string;
  readonly text: string;
  readonly id: string;
  /** What stands behind the columns of a table, and of one whose key is not a number. */
  readonly table: string;
  readonly keyed: string;
  /** The table of accepted deliveries, with the index that finds them by session and by position. */
  readonly deliveries: readonly string[];
}

/**
 * Brings the tables up to date. Safe to run any number of times, from several processes at once: one does it, the others
 * wait, and a step that fails leaves nothing.
 *
 * @param schema - Where a database has several: other programs may keep tables of the same names in theirs.
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, schema?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrationsFor(dialect) },
    migrationTableName: "migrations",
    migrationLockTableName: "migrations_lock",
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName;
  if (failed !== undefined) throw error;
  if (!String(error).includes("corrupted migrations")) throw error;
  throw new StoreError(
    "The store was made by a newer version of the console. Install that version, or give another store.",
    { temporary: false, cause: error },
  );
}

function migrationsFor(dialect: Dialect): Record<string, Migration> {
  return {
    "0001-tables": { up: (db) => statements(db, firstTables(dialect)) },
    "0002-shared-between-processes": { up: (db) => statements(db, sharedBetweenProcesses(dialect)) },
    "0003-secrets": { up: (db) => statements(db, rememberedSecrets(dialect)) },
  };
}

async function statements(db: Kysely<unknown>, list: readonly string[]): Promise<void> {
  for (const statement of list) await sql.raw(statement).execute(db);
}

function firstTables({ integer, bytes, text, id, table, keyed, deliveries }: Dialect): readonly string[] {
  return [
    `create table counter (id ${integer} not null primary key check (id = 1), head ${integer} not null) ${table}`,
    "insert into counter (id, head) values (1, 0)",
    `create table kinds (
      id ${id}, key ${text} not null unique,
      action ${text} not null, code ${text} not null, feature ${text}, reason ${text}, state ${text},
      deliveries ${integer} not null, first_at ${integer} not null, last_at ${integer} not null,
      examples ${text} not null
    ) ${table}`,
    ...deliveries,
    "create index deliveries_kind on deliveries (kind_id, received_at, position)",
    "create index deliveries_action on deliveries (action_hash, position)",
    `create table quarantined (
      position ${integer} not null primary key, received_at ${integer} not null, why ${text} not null,
      headers ${text} not null, secret_index ${integer} not null, digest ${text} not null, size ${integer} not null,
      keys ${text} not null, body ${bytes}, reprocessed_as ${integer}
    ) ${table}`,
    "create index quarantined_why on quarantined (why, position)",
    "create index quarantined_received on quarantined (received_at)",
    `create table rejected (
      position ${integer} not null primary key, received_at ${integer} not null, why ${text} not null,
      status ${integer} not null, size ${integer}
    ) ${table}`,
    `create table outcomes (
      id ${id}, key ${text} not null unique,
      feature ${text}, seen ${integer} not null, action ${text} not null, reason ${text}, state ${text}
    ) ${table}`,
    `create table attempts (
      session_id ${text} not null, attempt_id ${text} not null, outcome_id ${integer} not null,
      vendor_data ${text}, end_user_id ${text},
      first_at ${integer} not null, last_at ${integer} not null, deliveries ${integer} not null,
      primary key (session_id, attempt_id)
    ) ${keyed}`,
    "create index attempts_outcome on attempts (outcome_id, first_at)",
    "create index attempts_id on attempts (attempt_id)",
    "create index attempts_end_user on attempts (end_user_id) where end_user_id is not null",
    "create index attempts_vendor_data on attempts (substr(vendor_data, 1, 128)) where vendor_data is not null",
    `create table sessions (
      session_id ${text} not null, attempts ${integer} not null, deliveries ${integer} not null,
      first_at ${integer} not null, last_at ${integer} not null,
      vendor_data ${text}, end_user_id ${text}, feature ${text},
      primary key (session_id)
    ) ${keyed}`,
    "create index sessions_last on sessions (last_at, session_id)",
    `create table hour_counts (
      hour ${integer} not null, outcome_id ${integer} not null, attempts ${integer} not null,
      primary key (hour, outcome_id)
    ) ${keyed}`,
    `create table day_counts (
      day ${integer} not null, outcome_id ${integer} not null, attempts ${integer} not null,
      primary key (day, outcome_id)
    ) ${keyed}`,
    `create table audits (
      id ${id}, at ${integer} not null, who ${text} not null, what ${text} not null, subject ${text}
    ) ${table}`,
    `create table keys (name ${text} not null primary key, bytes ${bytes} not null) ${table}`,
    `create table catalogs (
      id ${id}, version ${text} not null unique, first_run_at ${integer} not null, json ${text} not null
    ) ${table}`,
  ];
}

function sharedBetweenProcesses({ integer, text, keyed }: Dialect): readonly string[] {
  return [
    `alter table counter add column erasures ${integer} not null default 0`,
    `create table ended_sign_ins (id ${text} not null primary key, until ${integer} not null) ${keyed}`,
  ];
}

/** No row is written anew: what was a place in the settings stays in the column, as a number that no secret has. */
function rememberedSecrets({ integer, table }: Dialect): readonly string[] {
  return [
    "alter table deliveries rename column secret_index to secret_id",
    "alter table quarantined rename column secret_index to secret_id",
    `create table secrets (
      id ${integer} not null primary key, deliveries ${integer} not null,
      first_at ${integer} not null, last_at ${integer} not null
    ) ${table}`,
  ];
}
