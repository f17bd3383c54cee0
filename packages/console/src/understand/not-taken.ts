import type { Milliseconds } from "../flow/delivery.ts";
import { countedQuarantined, type NotTaken, type NotTakenSince } from "../store/event-store.ts";
import { counted } from "./counted.ts";
import { whyNot } from "./why-not.ts";

const day = 86_400_000;

/**
 * From when on what was not taken is worth a look. Whoever repairs a secret sees the warning go within a day. What is in quarantine is not sent again, so it is told of for
 * longer.
 */
export function notTakenSince(now: Milliseconds): NotTakenSince {
  return { rejected: now - day, quarantined: now - 7 * day };
}

export function rejectedIn({ rejected }: NotTaken): number {
  return rejected.reduce((sum, { deliveries }) => sum + deliveries, 0);
}

const lookAtSecret =
  "Compare the integration's shared secret with WEBHOOK_SECRETS or the file of --secrets-file, and see that no proxy " +
  "changes bodies.";

/** A wrong secret is the likeliest fault of a new console. Later on, anybody may send something that is not signed. */
export function rejectionWarnings(notTaken: NotTaken): readonly string[] {
  const { acceptedAt, rejected } = notTaken;
  const [most] = rejected;
  const mismatched = rejected.find(({ why }) => why === "signature_mismatch")?.deliveries ?? 0;
  const were = (deliveries: number) =>
    `${counted(deliveries, "delivery was", "deliveries were")} rejected in the last day`;
  if (acceptedAt !== null) {
    return mismatched > 0 ? [`${were(mismatched)}: no secret makes the signature. ${lookAtSecret}`] : [];
  }
  if (most === undefined) return [];
  const advice =
    mismatched > 0
      ? `no secret makes the signature. ${lookAtSecret}`
      : `see Deliveries. Most of them for this: ${whyNot(most.why).sentence}`;
  return [`Nothing accepted is kept here, and ${were(rejectedIn(notTaken))}: ${advice}`];
}

export function quarantineWarnings({ quarantined }: NotTaken): readonly string[] {
  if (quarantined === 0) return [];
  const are =
    quarantined < countedQuarantined
      ? counted(quarantined, "delivery is", "deliveries are")
      : `${countedQuarantined.toLocaleString("en")} deliveries or more are`;
  return [`${are} in quarantine, of the last seven days, and not read again: see Deliveries.`];
}
