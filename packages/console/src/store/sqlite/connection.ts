import type { NewDelivery, Position } from "../../flow/delivery.ts";
import { type Failure, programOf, startThread } from "../thread.ts";
import { withoutBuffers } from "../without-buffers.ts";

/** How a connection is opened. */
export interface Opening {
  readonly file: string;
  /** Of the connection that writes: a file to hold a lock on for as long as it lives. */
  readonly lock?: string;
  readonly pragmas: readonly string[];
}

/** What the thread is asked to do. */
export type Task =
  | { readonly do: "run"; readonly sql: string; readonly parameters: readonly unknown[] }
  | { readonly do: "append"; readonly batch: readonly NewDelivery[] }
  | { readonly do: "scrub"; readonly from: number }
  | { readonly do: "close" };

export interface SqliteFailure extends Failure {
  /** Absent where the failure is not SQLite's. */
  readonly errcode?: number;
}

export interface Executed {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

/** A connection to SQLite. Statements run one after the other, and none is sent before the one before is answered. */
export interface Connection {
  run(sql: string, parameters: readonly unknown[]): Promise<Executed>;
  /**
   * Keeps a batch in a transaction, on the connection that writes. Another one may be asked for before it is done; where
   * a transaction is open, both wait until that is over.
   */
  append(batch: readonly NewDelivery[]): Promise<readonly Position[]>;
  /**
   * Empties the write-ahead log, and clears the unallocated space of some pages.
   *
   * @returns The page to go on with, or null at the end.
   */
  scrub(from: number): Promise<number | null>;
  /** Whether its thread still lives. */
  readonly isAlive: boolean;
  close(): Promise<void>;
}

/** SQLite itself failed. */
export class SqliteError extends Error {
  override readonly name = "SqliteError";
  /** SQLite's extended result code; 0 where it gave none. */
  readonly errcode: number;

  constructor(message: string, errcode: number) {
    super(message);
    this.errcode = errcode;
  }
}

/**
 * Opens a connection in a thread of its own.
 *
 * @param program - What runs there.
 */
export async function connect(
  opening: Opening,
  program: URL = programOf(new URL("./worker.js", import.meta.url)),
): Promise<Connection> {
  const thread = startThread<Task, Executed, SqliteFailure>(
    program,
    opening,
    (failure) => new SqliteError(failure?.message ?? "the connection was closed", failure?.errcode ?? 0),
  );
  await thread.ready;
  return {
    run: (sql, parameters) => thread.ask({ do: "run", sql, parameters }),
    async append(batch) {
      const { rows } = await thread.ask({ do: "append", batch: withoutBuffers(batch) });
      return rows as readonly Position[];
    },
    async scrub(from) {
      const { rows } = await thread.ask({ do: "scrub", from });
      return rows[0] as number | null;
    },
    get isAlive() {
      return thread.isAlive;
    },
    async close() {
      if (!thread.isAlive) return;
      try {
        await thread.ask({ do: "close" });
      } finally {
        await thread.end();
      }
    },
  };
}
