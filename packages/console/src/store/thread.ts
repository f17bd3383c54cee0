import { parentPort, Worker } from "node:worker_threads";

/** What went wrong in a thread, of which only plain values come over. */
export interface Failure {
  readonly message: string;
}

interface Asked<Task> {
  readonly id: number;
  readonly task: Task;
}

/** What came of what was asked under the same number; 0: the thread is ready. */
interface Answered<Result> {
  readonly id: number;
  readonly result?: Result;
  readonly failure?: Failure;
}

/** A program in a thread of its own. */
export interface Thread<Task, Result> {
  /** Resolves when it is ready. What is asked before waits for that. */
  readonly ready: Promise<void>;
  readonly isAlive: boolean;
  ask(task: Task): Promise<Result>;
  end(): Promise<void>;
}

/**
 * Starts a program that calls {@link answerTasks}.
 *
 * @param data - What it finds as its `workerData`.
 * @param explain - Makes an error of what went wrong there; of null where the thread ended.
 */
export function startThread<Task, Result, F extends Failure>(
  program: URL,
  data: unknown,
  explain: (failure: F | null) => Error,
): Thread<Task, Result> {
  const worker = new Worker(program, {
    workerData: data,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const ready = Promise.withResolvers<void>();
  // Whoever waits for it hears of a failure; where nobody does, what is asked fails.
  ready.promise.catch(() => {});
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let lastId = 0;
  let isAlive = true;
  const failAll = (error: Error) => {
    isAlive = false;
    ready.reject(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", ({ id, result, failure }: Answered<Result>) => {
    if (id === 0) return ready.resolve();
    const asked = waiting.get(id);
    waiting.delete(id);
    if (failure === undefined) asked?.resolve(result as Result);
    else asked?.reject(explain(failure as F));
  });
  worker.on("error", (error) => failAll(explain(error as unknown as F)));
  worker.on("exit", () => failAll(explain(null)));
  return {
    ready: ready.promise,
    get isAlive() {
      return isAlive;
    },
    ask(task) {
      if (!isAlive) return Promise.reject(explain(null));
      const answer = Promise.withResolvers<Result>();
      waiting.set(++lastId, answer);
      worker.postMessage({ id: lastId, task } satisfies Asked<Task>);
      return answer.promise;
    },
    async end() {
      isAlive = false;
      await worker.terminate();
    },
  };
}

/**
 * In the thread: says that it is ready, and answers what is asked of it. A second task may come before the first is done.
 */
export function answerTasks<Task, Result>(
  perform: (task: Task) => Promise<Result>,
  failureOf: (error: unknown) => Failure,
): void {
  const port = parentPort;
  if (port === null) throw new Error("This program runs in a thread of the console only.");
  port.on("message", async ({ id, task }: Asked<Task>) => {
    try {
      port.postMessage({ id, result: await perform(task) } satisfies Answered<Result>);
    } catch (error) {
      port.postMessage({ id, failure: failureOf(error) } satisfies Answered<Result>);
    }
  });
  port.postMessage({ id: 0 } satisfies Answered<Result>);
}

/** A thread's program by the address of its built file; where the source runs, its source. */
export function programOf(built: URL): URL {
  return import.meta.url.endsWith(".ts") ? new URL(built.href.replace(/\.js$/, ".ts")) : built;
}
