import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Connection } from "./connection.ts";

/** Kysely on connections in threads: at most so many at once, opened when first needed, and again after one was lost. */
export function sqliteDialect(settings: {
  readonly open: () => Promise<Connection>;
  readonly most: number;
  readonly begin: "begin immediate" | "begin";
}): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => driver(settings),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite undoes changes to tables, too; a migration that fails leaves nothing. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class ThreadConnection implements DatabaseConnection {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.connection.run(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: there is nothing to yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Pages are read by position instead.");
  }
}

function driver({ open, most, begin }: Parameters<typeof sqliteDialect>[0]): Driver {
  const idle: ThreadConnection[] = [];
  const waiting: PromiseWithResolvers<void>[] = [];
  const all = new Set<ThreadConnection>();
  let taken = 0;
  const execute = async (connection: DatabaseConnection, sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  const giveBack = () => {
    const next = waiting.shift();
    if (next === undefined) taken--;
    else next.resolve();
  };
  return {
    init: async () => {},
    async acquireConnection() {
      if (taken < most) taken++;
      else {
        const turn = Promise.withResolvers<void>();
        waiting.push(turn);
        await turn.promise;
      }
      const free = idle.pop();
      if (free?.connection.isAlive) return free;
      if (free !== undefined) all.delete(free);
      try {
        const opened = new ThreadConnection(await open());
        all.add(opened);
        return opened;
      } catch (error) {
        giveBack();
        throw error;
      }
    },
    async releaseConnection(connection) {
      idle.push(connection as ThreadConnection);
      giveBack();
    },
    beginTransaction: (connection) => execute(connection, begin),
    commitTransaction: (connection) => execute(connection, "commit"),
    rollbackTransaction: (connection) => execute(connection, "rollback"),
    async destroy() {
      await Promise.all([...all].map(({ connection }) => connection.close()));
      all.clear();
    },
  };
}
