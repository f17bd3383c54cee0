import type { NewDelivery, Position } from "../../flow/delivery.ts";
import { StoreError } from "../event-store.ts";
import { type Failure, programOf, startThread, type Thread } from "../thread.ts";
import { withoutBuffers } from "../without-buffers.ts";
import { explain } from "./explain.ts";
import type { PostgresOptions } from "./pool.ts";

/** What the thread is asked to do. */
export type Task = { readonly do: "append"; readonly batch: readonly NewDelivery[] } | { readonly do: "close" };

export interface PostgresFailure extends Failure {
  /** Absent where the failure is not PostgreSQL's. */
  readonly temporary?: boolean;
  readonly cause?: string;
}

/** Keeps batches, each in a transaction, one after the other. */
export interface Appender {
  append(batch: readonly NewDelivery[]): Promise<readonly Position[]>;
  close(): Promise<void>;
}

/**
 * Keeps batches from a thread of its own, with a connection of its own. Half a dozen messages go back and forth for each,
 * and in the thread that also receives, each answer would wait until that has read what arrived. The thread is started
 * with the first batch: many commands keep nothing.
 *
 * @param program - What runs there.
 */
export function appenderOf(
  options: PostgresOptions,
  program: URL = programOf(new URL("./worker.js", import.meta.url)),
): Appender {
  let thread: Thread<Task, readonly Position[]> | undefined;
  let isClosed = false;
  return {
    async append(batch) {
      // A thread that is started now would never be ended.
      if (isClosed) throw explain(null);
      if (thread?.isAlive !== true) thread = startThread(program, options, errorOf);
      return thread.ask({ do: "append", batch: withoutBuffers(batch) });
    },
    async close() {
      isClosed = true;
      if (thread?.isAlive !== true) return;
      try {
        await thread.ask({ do: "close" });
      } finally {
        await thread.end();
      }
    },
  };
}

function errorOf(failure: PostgresFailure | null): StoreError {
  if (failure?.temporary === undefined) {
    const cause = new Error(failure?.message ?? "The thread ended");
    return new StoreError("The thread that keeps deliveries ended.", { temporary: true, cause });
  }
  return new StoreError(failure.message, { temporary: failure.temporary, cause: new Error(failure.cause) });
}
