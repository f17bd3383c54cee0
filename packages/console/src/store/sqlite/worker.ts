import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { Answer, Opening, Request } from "./connection.ts";

/** One connection to a database file, in a thread of its own: a slow query or disk holds up nobody else. */

const { file, lock, pragmas } = workerData as Opening;

const held = lock === undefined ? undefined : holdLock(lock);
const database = new DatabaseSync(file, { timeout: 10_000 });
for (const pragma of pragmas) database.exec(`pragma ${pragma}`);

const prepared = new Map<string, StatementSync>();
/** Texts differ in the number of values in a list, so there is no end to them. */
const keptStatements = 200;

/** Locked as long as the process lives, however it ends: the lock is the system's, not a file's being there. */
function holdLock(path: string): DatabaseSync {
  const connection = new DatabaseSync(path);
  connection.exec("begin exclusive");
  return connection;
}

function prepare(sql: string): StatementSync {
  let statement = prepared.get(sql);
  if (statement === undefined) {
    statement = database.prepare(sql);
    if (prepared.size >= keptStatements) prepared.delete(prepared.keys().next().value as string);
    prepared.set(sql, statement);
  }
  return statement;
}

function execute(sql: string, parameters: readonly unknown[]): Pick<Answer, "rows" | "changes"> {
  // Where a rollback failed, the transaction is still open, and nothing may be added to it.
  if (sql.startsWith("begin") && database.isTransaction) database.exec("rollback");
  const statement = prepare(sql);
  if (statement.columns().length > 0) return { rows: statement.all(...(parameters as SQLInputValue[])), changes: 0 };
  return { rows: [], changes: Number(statement.run(...(parameters as SQLInputValue[])).changes) };
}

parentPort?.on("message", ({ id, sql, parameters }: Request) => {
  if (sql === null) {
    database.close();
    held?.close();
    parentPort?.postMessage({ id, rows: [], changes: 0 } satisfies Answer);
    parentPort?.close();
    return;
  }
  try {
    parentPort?.postMessage({ id, ...execute(sql, parameters) } satisfies Answer);
  } catch (error) {
    const { message, errcode = 0 } = error as Error & { errcode?: number };
    parentPort?.postMessage({ id, rows: [], changes: 0, error: { message, errcode } } satisfies Answer);
  }
});

parentPort?.postMessage({ id: 0, rows: [], changes: 0 } satisfies Answer);
