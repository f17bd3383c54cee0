import type { RejectedDelivery } from "../flow/delivery.ts";

export interface RejectionLimits {
  /** Records that may wait. */
  readonly waiting: number;
  /** Records a second, on average. */
  readonly perSecond: number;
}

/**
 * Records of refused deliveries on their way into the store. Anybody can cause them, so they are bounded in number and
 * in rate: what is over is counted, and not kept.
 */
export interface Rejections {
  /** Whether it will be kept. */
  add(record: RejectedDelivery): boolean;
  take(most: number): readonly RejectedDelivery[];
  /** Puts back what could not be kept, as far as there is room. */
  putBack(records: readonly RejectedDelivery[]): void;
  readonly waiting: number;
  /** How many were not kept. */
  readonly dropped: number;
}

export function rejections({ waiting, perSecond }: RejectionLimits): Rejections {
  let records: RejectedDelivery[] = [];
  let dropped = 0;
  // A bucket that holds as many tokens as may wait, so that a short burst is kept whole.
  let tokens = waiting;
  let filledAt: number | null = null;
  const refill = (now: number) => {
    if (filledAt !== null) tokens = Math.min(waiting, tokens + (Math.max(0, now - filledAt) / 1_000) * perSecond);
    filledAt = now;
  };
  return {
    add(record) {
      refill(record.receivedAt);
      if (tokens < 1 || records.length >= waiting) {
        dropped++;
        return false;
      }
      tokens--;
      records.push(record);
      return true;
    },
    take(most) {
      const taken = records.slice(0, most);
      records = records.slice(most);
      return taken;
    },
    putBack(back) {
      const room = Math.max(0, waiting - records.length);
      dropped += Math.max(0, back.length - room);
      records = [...back.slice(0, room), ...records];
    },
    get waiting() {
      return records.length;
    },
    get dropped() {
      return dropped;
    },
  };
}
