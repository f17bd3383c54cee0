import type { Logger } from "pino";
import type { Milliseconds } from "../flow/delivery.ts";
import type { EventStore } from "../store/event-store.ts";

export interface HouseOptions {
  readonly store: Pick<EventStore, "prune">;
  readonly logger: Logger;
  readonly clock: () => Milliseconds;
  /** Null: everything is kept for good. */
  readonly keepDays: number | null;
}

const hour = 3_600_000;

/** Removes what is older than it may be, at once and then every hour. */
export function keepingHouse({ store, logger, clock, keepDays }: HouseOptions): { close(): Promise<void> } {
  if (keepDays === null) return { close: async () => {} };
  let running = Promise.resolve();
  const tidy = async () => {
    try {
      const { sessions, deliveries } = await store.prune(clock() - keepDays * 24 * hour);
      if (deliveries > 0) logger.info({ sessions, deliveries }, "Removed what is older than it may be");
    } catch (error) {
      logger.error({ error }, "Could not remove what is older than it may be; the next try is in an hour");
    }
  };
  const start = () => {
    running = running.then(tidy);
  };
  start();
  const timer = setInterval(start, hour).unref();
  return {
    close() {
      clearInterval(timer);
      return running;
    },
  };
}
