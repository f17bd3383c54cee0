import { workerData } from "node:worker_threads";
import { Kysely, PostgresDialect } from "kysely";
import type { Position } from "../../flow/delivery.ts";
import { append } from "../sql/append.ts";
import { inPlace } from "../sql/in-place.ts";
import type { Tables } from "../sql/tables.ts";
import { answerTasks } from "../thread.ts";
import type { PostgresFailure, Task } from "./appender.ts";
import { explain } from "./explain.ts";
import { flavour } from "./flavour.ts";
import { carefulPool, type PostgresOptions, poolOf } from "./pool.ts";

/** The connection that deliveries are kept with, in a thread of its own. */

const pool = poolOf({ ...(workerData as PostgresOptions), connections: 1 });
const write = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: carefulPool(pool) }) });

let before: Promise<unknown> = Promise.resolve();

/** Waits for its turn here, and not in the pool, which would give up after a while. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const done = before.then(run);
  before = done.catch(() => {});
  return done;
}

async function perform(task: Task): Promise<readonly Position[]> {
  if (task.do === "append") {
    return inTurn(() => inPlace({ flavour, write }, task.batch, (work) => append(work, task.batch)));
  }
  await write.destroy();
  return [];
}

answerTasks(perform, (error): PostgresFailure => {
  const { message, temporary, cause } = explain(error);
  return { message, temporary, cause: (cause as Error).message };
});
