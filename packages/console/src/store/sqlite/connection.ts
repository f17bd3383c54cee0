import { Worker } from "node:worker_threads";
import type { NewDelivery, Position } from "../../flow/delivery.ts";

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

export type Request = Task & { readonly id: number };

/** What came of the request with the same number; 0 for the opening. */
export interface Answer {
  readonly id: number;
  readonly rows: readonly unknown[];
  readonly changes: number;
  readonly error?: { readonly message: string; readonly errcode: number };
}

export interface Executed {
  readonly rows: readonly unknown[];
  readonly changes: number;
}

/** A connection to SQLite. Statements run one after the other. */
export interface Connection {
  run(sql: string, parameters: readonly unknown[]): Promise<Executed>;
  /** Keeps a batch in a transaction, on the connection that writes. */
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

/** The thread's program stands in this folder, as source and as built. */
const workerFile = new URL(import.meta.url.endsWith(".ts") ? "worker.ts" : "worker.js", new URL("./", import.meta.url));

/**
 * Opens a connection in a thread of its own.
 *
 * @param program - What runs there.
 */
export async function connect(opening: Opening, program: URL = workerFile): Promise<Connection> {
  const worker = new Worker(program, {
    workerData: opening,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const waiting = new Map<number, PromiseWithResolvers<Executed>>();
  let lastId = 0;
  let isAlive = true;
  const opened = Promise.withResolvers<Executed>();
  waiting.set(0, opened);
  const failAll = (error: Error) => {
    isAlive = false;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", ({ id, error, ...executed }: Answer) => {
    const answered = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) answered?.resolve(executed);
    else answered?.reject(new SqliteError(error.message, error.errcode));
  });
  worker.on("error", (error: Error & { errcode?: number }) => {
    failAll(new SqliteError(error.message, error.errcode ?? 0));
  });
  worker.on("exit", () => failAll(new SqliteError("the connection was closed", 0)));

  const send = (task: Task): Promise<Executed> => {
    if (!isAlive) return Promise.reject(new SqliteError("the connection was closed", 0));
    const answer = Promise.withResolvers<Executed>();
    waiting.set(++lastId, answer);
    worker.postMessage({ ...task, id: lastId } satisfies Request);
    return answer.promise;
  };
  await opened.promise;
  return {
    run: (sql, parameters) => send({ do: "run", sql, parameters }),
    async append(batch) {
      const { rows } = await send({ do: "append", batch: batch.map(withoutBuffer) });
      return rows as readonly Position[];
    },
    async scrub(from) {
      const { rows } = await send({ do: "scrub", from });
      return rows[0] as number | null;
    },
    get isAlive() {
      return isAlive;
    },
    async close() {
      if (!isAlive) return;
      await send({ do: "close" });
      isAlive = false;
      await worker.terminate();
    },
  };
}

/** A body that is a view of a part of a buffer would take the whole buffer along to the other thread. */
function withoutBuffer(delivery: NewDelivery): NewDelivery {
  if (delivery.verdict === "rejected" || delivery.body === null) return delivery;
  const { body } = delivery;
  return body.byteLength < body.buffer.byteLength ? { ...delivery, body: new Uint8Array(body) } : delivery;
}
