import type { NewDelivery, RejectedDelivery } from "../flow/delivery.ts";
import { type EventStore, StoreError } from "../store/event-store.ts";
import type { Rejections } from "./rejections.ts";

/** A delivery whose sender waits for an answer. */
export interface Waiting {
  readonly delivery: NewDelivery;
  /** Called once: with null when it is committed, with the error when it is not. */
  settle(error: Error | null): void;
}

export interface BatcherOptions {
  readonly store: Pick<EventStore, "append">;
  readonly rejections: Rejections;
  /** Deliveries of one commit. */
  readonly maxBatch: number;
  onCommit(size: number): void;
  onError(error: Error): void;
}

/**
 * Commits many deliveries at once: whatever arrives while one commit runs goes into the next. So under load a commit is
 * shared by many, and without load nobody waits for others.
 */
export interface Batcher {
  add(waiting: Waiting): void;
  /** Something was rejected: it goes along with the next commit, or gets one of its own soon. */
  rejected(): void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

/** Records of rejected deliveries that ride along with one commit. */
const rejectionsPerBatch = 100;
/** How soon they get a commit of their own, in milliseconds; and after one that failed. */
const soon = 200;
const later = 2_000;
/** So many failures one after the other without a success mean that it is not one delivery that the store cannot keep. */
const enoughFailures = 8;

export function batcher({ store, rejections, maxBatch, onCommit, onError }: BatcherOptions): Batcher {
  let queue: Waiting[] = [];
  let running = false;
  let scheduled = false;
  let timer: NodeJS.Timeout | null = null;
  let wake: (() => void)[] = [];

  const append = async (batch: readonly NewDelivery[]): Promise<Error | null> => {
    try {
      await store.append(batch);
      onCommit(batch.length);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error("The store failed");
    }
  };

  const commit = async (batch: readonly Waiting[], records: readonly RejectedDelivery[]) => {
    const error = await append([...batch.map(({ delivery }) => delivery), ...records]);
    if (error !== null) {
      onError(error);
      rejections.putBack(records);
    }
    if (error === null || isTemporary(error)) for (const one of batch) one.settle(error);
    else await commitEach(batch, error);
    return error;
  };

  /** One delivery that the store cannot keep must not take the others of its batch with it. */
  const commitEach = async (batch: readonly Waiting[], first: Error) => {
    let kept = 0;
    let failed = 0;
    for (const one of batch) {
      const hopeless = kept === 0 && failed >= enoughFailures;
      const error = hopeless ? first : await append([one.delivery]);
      if (error === null) kept++;
      else failed++;
      one.settle(error);
    }
  };

  const run = async () => {
    scheduled = false;
    if (running) return;
    running = true;
    let error: Error | null = null;
    do {
      const batch = queue.slice(0, maxBatch);
      queue = queue.slice(maxBatch);
      error = await commit(batch, rejections.take(rejectionsPerBatch));
      // What the system has received meanwhile is read before the next commit, and goes into it, unless it is full.
      if (queue.length < maxBatch) await new Promise(setImmediate);
    } while (queue.length > 0);
    running = false;
    if (rejections.waiting > 0) flushIn(error === null ? soon : later);
    for (const resolve of wake) resolve();
    wake = [];
  };

  const flushIn = (milliseconds: number) => {
    timer ??= setTimeout(() => {
      timer = null;
      if (rejections.waiting > 0) void run();
    }, milliseconds).unref();
  };

  return {
    add(waiting) {
      queue.push(waiting);
      if (running || scheduled) return;
      scheduled = true;
      setImmediate(run);
    },
    rejected() {
      if (!running) flushIn(soon);
    },
    async idle() {
      if (running || scheduled) await new Promise<void>((resolve) => wake.push(resolve));
      if (timer !== null) clearTimeout(timer);
      timer = null;
      const records = rejections.take(Number.POSITIVE_INFINITY);
      if (records.length > 0) await append(records);
    },
  };
}

function isTemporary(error: Error): boolean {
  return error instanceof StoreError && error.temporary;
}
