import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { workerData } from "node:worker_threads";
import { answerTasks } from "../thread.ts";
import type { Executed, Opening, SqliteFailure, Task } from "./connection.ts";
import { type Scrubber, scrubber } from "./unallocated.ts";

/**
 * One connection to a database file, in a thread of its own: a slow query or disk holds up nobody else. Requests come one
 * after the other: none is sent before the one before is answered. Only batches may come at any time.
 */

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

/** A list as the first parameter stands for the parameters of as many runs. */
function runEach(statement: StatementSync, rows: readonly SQLInputValue[][]): number {
  let changes = 0;
  for (const row of rows) changes += Number(statement.run(...row).changes);
  return changes;
}

function execute(sql: string, parameters: readonly unknown[]): Executed {
  // Where a rollback failed, the transaction is still open, and nothing may be added to it.
  if (sql.startsWith("begin") && database.isTransaction) database.exec("rollback");
  const statement = prepare(sql);
  const [rows] = parameters;
  if (Array.isArray(rows)) return { rows: [], changes: runEach(statement, rows as SQLInputValue[][]) };
  if (statement.columns().length > 0) return { rows: statement.all(...(parameters as SQLInputValue[])), changes: 0 };
  return { rows: [], changes: Number(statement.run(...(parameters as SQLInputValue[])).changes) };
}

/** Only the connection that writes needs it, and what it takes along. */
const append = lock === undefined ? undefined : (await import("./appender.ts")).appender(execute);

let scrubbed: Scrubber | undefined;

function scrub(from: number): number | null {
  const { busy } = database.prepare("pragma wal_checkpoint(truncate)").get() as { busy: number };
  if (busy !== 0) throw Object.assign(new Error("A reader is in the way."), { errcode: 5 });
  database.exec("pragma shrink_memory");
  scrubbed ??= scrubber(file);
  return scrubbed.scrub(from);
}

function close(): void {
  database.close();
  scrubbed?.close();
  held?.close();
}

/** A transaction that is made of several requests: batches that come in between wait until it is over. */
let inTransaction = false;
const waiting: (() => void)[] = [];

function run(sql: string, parameters: readonly unknown[]): Executed {
  try {
    const executed = execute(sql, parameters);
    if (sql.startsWith("begin")) inTransaction = true;
    if (sql === "commit") inTransaction = false;
    return executed;
  } finally {
    // Whether it succeeds or not: nothing comes after it.
    if (sql === "rollback") inTransaction = false;
    if (!inTransaction) for (const goOn of waiting.splice(0)) goOn();
  }
}

/**
 * A batch waits for nothing but promises that are resolved already, so no request is looked at before it is whole: its
 * transaction is its own.
 */
async function perform(task: Task): Promise<Executed> {
  if (task.do === "run") return run(task.sql, task.parameters);
  if (task.do === "append") {
    if (inTransaction) await new Promise<void>((resolve) => waiting.push(resolve));
    return { rows: (await append?.(task.batch)) ?? [], changes: 0 };
  }
  if (task.do === "scrub") return { rows: [scrub(task.from)], changes: 0 };
  close();
  return { rows: [], changes: 0 };
}

answerTasks(perform, (error): SqliteFailure => {
  const { message, errcode = 0 } = error as Error & { errcode?: number };
  return { message, errcode };
});
