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

/** What statements run on: a connection in another thread, or, in that thread, the database itself. */
export type Runner = Pick<Connection, "run" | "isAlive" | "close">;

/** Kysely on runners: at most so many at once, opened when first needed, and again after one was lost. */
export function sqliteDialect(settings: {
  readonly open: () => Promise<Runner>;
  readonly most: number;
  readonly begin: "begin immediate" | "begin";
}): Dialect {
  return {
    createAdapter: () => new ThreadsAdapter(),
    createDriver: () => driver(settings),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class ThreadsAdapter extends SqliteAdapter {
  /** SQLite undoes changes to tables, too; a migration that fails leaves nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** Turns are taken below. Kysely would let only one statement run at a time, over all connections. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class RunnerConnection implements DatabaseConnection {
  readonly runner: Runner;

  constructor(runner: Runner) {
    this.runner = runner;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.runner.run(sql, parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(changes) };
  }

  // biome-ignore lint/correctness/useYield: there is nothing to yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Pages are read by position instead.");
  }
}

function driver({ open, most, begin }: Parameters<typeof sqliteDialect>[0]): Driver {
  const idle: RunnerConnection[] = [];
  const waiting: PromiseWithResolvers<void>[] = [];
  const all = new Set<RunnerConnection>();
  const opening = new Set<Promise<unknown>>();
  let taken = 0;
  const execute = async (connection: DatabaseConnection, sql: string) => {
    await connection.executeQuery(CompiledQuery.raw(sql));
  };
  const openOne = async () => {
    const opened = new RunnerConnection(await open());
    all.add(opened);
    return opened;
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
      if (free?.runner.isAlive) return free;
      if (free !== undefined) all.delete(free);
      const opened = openOne();
      opening.add(opened);
      try {
        return await opened;
      } catch (error) {
        giveBack();
        throw error;
      } finally {
        opening.delete(opened);
      }
    },
    async releaseConnection(connection) {
      idle.push(connection as RunnerConnection);
      giveBack();
    },
    beginTransaction: (connection) => execute(connection, begin),
    commitTransaction: (connection) => execute(connection, "commit"),
    rollbackTransaction: (connection) => execute(connection, "rollback"),
    async destroy() {
      // One that came after this would never be closed, and its thread would keep the process alive.
      await Promise.allSettled(opening);
      await Promise.all([...all].map(({ runner }) => runner.close()));
      all.clear();
    },
  };
}
