import { StoreError } from "../event-store.ts";
import { explain } from "./explain.ts";
import { type PostgresOptions, poolOf } from "./pool.ts";

/** Whether a database holds a store. */
export function hasPostgres(options: PostgresOptions): Promise<boolean> {
  return isTrue(
    options,
    "select exists (select from pg_tables where schemaname = current_schema() and tablename = 'counter') as it",
  );
}

/**
 * Looks whether the tables can be made.
 *
 * @throws {@link StoreError} where they cannot.
 */
export async function tablesCanBeMade(options: PostgresOptions): Promise<void> {
  if (await isTrue(options, "select has_schema_privilege(current_schema(), 'create') as it")) return;
  throw new StoreError(
    "The PostgreSQL user cannot make tables in its schema: make it the owner of the database or of a schema of its own.",
    { temporary: false },
  );
}

async function isTrue(options: PostgresOptions, question: string): Promise<boolean> {
  const pool = poolOf({ ...options, connections: 1 });
  try {
    const { rows } = await pool.query<{ readonly it: boolean | null }>(question);
    return rows[0]?.it === true;
  } catch (error) {
    throw explain(error);
  } finally {
    await pool.end();
  }
}
