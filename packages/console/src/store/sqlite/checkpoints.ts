/** Brings what is committed from the write-ahead log into the file. */
export interface Checkpoints {
  /** So many deliveries were committed. */
  appended(deliveries: number): void;
  /** Runs something while none is under way. */
  without<T>(run: () => Promise<T>): Promise<T>;
}

/** Deliveries from one checkpoint to the next: a few megabytes of log. */
const between = 500;

/**
 * Checkpoints beside the writer, which would otherwise do them within a commit, and everybody waits for that. The writer
 * still does the rest when the log has become long, because only between two commits it can begin anew; so one that fails
 * is left to it.
 *
 * @param run - Does one on a connection of its own, without waiting for anybody.
 */
export function checkpoints(run: () => Promise<unknown>): Checkpoints {
  let waiting = 0;
  let running: Promise<void> | undefined;
  let held = 0;
  const begin = async () => {
    await run().catch(() => {});
    running = undefined;
  };
  return {
    appended(deliveries) {
      waiting += deliveries;
      if (waiting < between || running !== undefined || held > 0) return;
      waiting = 0;
      running = begin();
    },
    async without(run) {
      held++;
      try {
        await running;
        return await run();
      } finally {
        held--;
      }
    },
  };
}
