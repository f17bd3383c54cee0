import { Kysely, PostgresDialect, sql } from "kysely";
import { type EventStore, StoreError } from "../event-store.ts";
import { migrate } from "../sql/migrations.ts";
import { type DriverHealth, sqlStore } from "../sql/sql-store.ts";
import type { Tables } from "../sql/tables.ts";
import { appenderOf } from "./appender.ts";
import { explain } from "./explain.ts";
import { dialect, flavour } from "./flavour.ts";
import { ownIntrospector } from "./introspector.ts";
import { tablesLock } from "./partitions.ts";
import { carefulPool, type PostgresOptions, poolOf } from "./pool.ts";

/** Any number of processes may open the same database. */
export async function openPostgres(
  options: PostgresOptions,
  makePool = poolOf,
  makeAppender = appenderOf,
): Promise<EventStore> {
  const pool = makePool(options);
  const db = new Kysely<Tables>({ dialect: new OwnDialect({ pool: carefulPool(pool) }) });
  try {
    await db.connection().execute((one) => prepare(one, options.schema));
  } catch (error) {
    await db.destroy();
    throw error instanceof StoreError ? error : explain(error);
  }
  const appender = makeAppender(options);
  return sqlStore({
    flavour,
    write: db,
    read: db,
    explain,
    append: (batch) => appender.append(batch),
    forget: async () => {},
    health: () => health(db),
    async close() {
      try {
        await appender.close();
      } finally {
        await db.destroy();
      }
    },
  });
}

class OwnDialect extends PostgresDialect {
  override createIntrospector = ownIntrospector;
}

/** One process after the other: two that make the same thing at once would fail, even where it may be there already. */
async function prepare(db: Kysely<Tables>, schema: string | undefined): Promise<void> {
  await sql`select pg_advisory_lock(${sql.lit(tablesLock)})`.execute(db);
  if (schema !== undefined) await db.schema.createSchema(schema).ifNotExists().execute();
  await migrate(db, dialect, await currentSchema(db));
  await sql`select pg_advisory_unlock(${sql.lit(tablesLock)})`.execute(db);
}

async function currentSchema(db: Kysely<Tables>): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  const name = rows[0]?.name;
  if (typeof name === "string") return name;
  throw new StoreError("The search path of the PostgreSQL user leads to no schema: make one, or give one.", {
    temporary: false,
  });
}

/** Settings that make the server acknowledge what a loss of power may take, and what it says of each. */
const needed = {
  fsync: "PostgreSQL runs with fsync off: a loss of power may destroy the database. Turn it on.",
  full_page_writes: "PostgreSQL runs with full_page_writes off: a loss of power may damage pages. Turn it on.",
  synchronous_commit:
    "PostgreSQL runs with synchronous_commit off: acknowledged deliveries may be lost with the server. Turn it on.",
} as const;

async function health(db: Kysely<Tables>): Promise<DriverHealth> {
  const { rows } = await sql<Record<keyof typeof needed, string> & { bytes: number }>`
    select current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit,
      (select cast(coalesce(sum(pg_total_relation_size(c.oid)), 0) as bigint) from pg_class c
        where c.relkind = 'r' and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())) as bytes`.execute(
    db,
  );
  const found = rows[0];
  const names = Object.keys(needed) as (keyof typeof needed)[];
  const warnings = names.filter((name) => found?.[name] === "off").map((name) => needed[name]);
  return { driver: "postgres", bytes: found?.bytes ?? null, durable: warnings.length === 0, warnings };
}
