import type { NewDelivery } from "../flow/delivery.ts";
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
 * shared by many, and without load nobody waits for others. Under much load the store has the next batch at hand.
 */
export interface Batcher {
  add(waiting: Waiting): void;
  /** Something was rejected: it goes along with the next commit, or gets one of its own soon. */
  rejected(): void;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

/** So many are worth handing to the store while it commits others, so that it need not wait for the next. */
const enough = 100;
/** Records of rejected deliveries that ride along with one commit. */
const rejectionsPerBatch = 100;
/** How soon they get a commit of their own, in milliseconds; and after one that failed. */
const soon = 200;
const later = 2_000;
/** So many failures one after the other without a success mean that it is not one delivery that the store cannot keep. */
const enoughFailures = 8;

export function batcher({ store, rejections, maxBatch, onCommit, onError }: BatcherOptions): Batcher {
  let queue: Waiting[] = [];
  /** Batches that the store has and that are not committed, and those whose senders are not answered. */
  let committing = 0;
  let unanswered = 0;
  let scheduled = false;
  let hasFailed = false;
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

  const commit = async () => {
    const batch = queue.slice(0, maxBatch);
    queue = queue.slice(maxBatch);
    const records = rejections.take(rejectionsPerBatch);
    committing++;
    unanswered++;
    const error = await append([...batch.map(({ delivery }) => delivery), ...records]);
    committing--;
    if (error !== null) {
      onError(error);
      rejections.putBack(records);
    }
    // The store goes on while the senders of this batch are answered.
    commitWhatWaits();
    if (error === null || isTemporary(error)) for (const one of batch) one.settle(error);
    else await commitEach(batch, error);
    unanswered--;
    hasFailed = error !== null;
    rest();
  };

  /** What is left to do where nothing waits any more. */
  const rest = () => {
    if (unanswered > 0 || scheduled) return;
    if (rejections.waiting > 0) flushIn(hasFailed ? later : soon);
    for (const resolve of wake) resolve();
    wake = [];
  };

  const commitWhatWaits = () => {
    if (queue.length > 0 && (committing === 0 || (committing === 1 && queue.length >= enough))) void commit();
  };

  const flushIn = (milliseconds: number) => {
    timer ??= setTimeout(() => {
      timer = null;
      if (rejections.waiting > 0 && unanswered === 0) void commit();
    }, milliseconds).unref();
  };

  return {
    add(waiting) {
      queue.push(waiting);
      // With thousands of busy connections, the loop reads from them for more than a second before it gets to what
      // `setImmediate` set; so only a few wait for that.
      if (committing > 0 || queue.length >= enough) return commitWhatWaits();
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        commitWhatWaits();
        rest();
      });
    },
    rejected() {
      if (unanswered === 0) flushIn(soon);
    },
    async idle() {
      if (unanswered > 0 || scheduled) await new Promise<void>((resolve) => wake.push(resolve));
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
