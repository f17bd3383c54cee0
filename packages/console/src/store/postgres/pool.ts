import type { PostgresPool, PostgresPoolClient } from "kysely";
import pg from "pg";
import { StoreError } from "../event-store.ts";

export interface PostgresOptions {
  readonly url: string;
  readonly schema?: string;
  readonly connections?: number;
}

export function poolOf({ url, schema, connections = 10 }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: schema === undefined ? url : withSearchPath(url, schema),
    max: connections,
    application_name: "flow-console",
    connectionTimeoutMillis: 10_000,
    // To compile a statement takes longer than any that the store has.
    onConnect: async (client) => void (await client.query("set jit = off")),
    // All whole numbers that are kept are below 2^53.
    types: { getTypeParser: (type, format) => (type === 20 ? Number : pg.types.getTypeParser(type, format)) },
  });
  // A connection that is lost fails the call that uses it. Without listeners it would end the process, too.
  pool.on("error", () => {});
  pool.on("connect", (client) => void client.on("error", () => {}));
  return pool;
}

/** What the URL sets besides stays set. */
function withSearchPath(url: string, schema: string): string {
  if (!URL.canParse(url)) {
    throw new StoreError(
      "The URL of PostgreSQL cannot be read: it is like postgres://user:password@host:5432/database.",
      {
        temporary: false,
      },
    );
  }
  const located = new URL(url);
  const path = `-c search_path="${schema.replaceAll('"', '""')}"`.replaceAll("\\", "\\\\");
  const given = located.searchParams.get("options");
  located.searchParams.set("options", given === null ? path : `${given} ${path}`);
  return located.href;
}

/** The pool, except that a connection that failed is not used again: it may not have noticed yet that it is lost. */
export function carefulPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      let isLost = false;
      const query = async (sql: string, parameters: readonly unknown[]) => {
        try {
          return await client.query({ ...preparedAs(sql), text: sql, values: [...parameters] });
        } catch (error) {
          isLost ||= !(error instanceof pg.DatabaseError) || error.severity === "FATAL";
          throw error;
        }
      };
      return {
        query,
        release: (destroy?: boolean) => client.release(isLost || destroy === true),
      } as unknown as PostgresPoolClient;
    },
  };
}

/** Begins statements that are read and planned once for each connection. Their texts have to be few. */
export const planned = "/* planned once */";

const names = new Map<string, string>();

function preparedAs(sql: string): { readonly name?: string } {
  if (!sql.startsWith(planned)) return {};
  const name = names.get(sql) ?? `planned_${names.size}`;
  names.set(sql, name);
  return { name };
}
