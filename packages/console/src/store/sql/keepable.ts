import { createHash } from "node:crypto";
import type { EventFacts } from "../../flow/delivery.ts";

/** As much as an index takes. */
const longestId = 256;
/** As much as vendor data may have, and far more than any known value has. */
const longestFact = 1_000;

/**
 * The facts of an event as databases can keep them. Senders are free to put anything into a JSON string, and one event
 * that cannot be kept would hold up every batch it is in; so U+0000 and halves of a surrogate pair, which PostgreSQL has
 * no place for, become U+FFFD, and an empty attempt id names no attempt. Facts stand in lists of a thousand, so those
 * that are too long are cut and end in their digest. No event of the documented form is touched, and the body keeps every
 * byte in any case.
 */
export function keepableFacts(event: EventFacts): EventFacts {
  return {
    sessionId: keepableId(event.sessionId),
    attemptId: event.attemptId === null || event.attemptId === "" ? null : keepableId(event.attemptId),
    action: keepableFact(event.action),
    code: event.code,
    feature: orNull(event.feature, keepableFact),
    reason: orNull(event.reason, keepableFact),
    state: orNull(event.state, keepableFact),
    vendorData: orNull(event.vendorData, keepableFact),
    endUserId: orNull(event.endUserId, keepableId),
  };
}

export function keepableText(text: string): string {
  return text.includes("\0") || !text.isWellFormed() ? text.toWellFormed().replaceAll("\0", "\ufffd") : text;
}

export function keepableId(id: string): string {
  return keepableUpTo(longestId, id);
}

/** Vendor data, or a value such as a state. */
export function keepableFact(fact: string): string {
  return keepableUpTo(longestFact, fact);
}

function keepableUpTo(longest: number, given: string): string {
  const text = keepableText(given);
  if (text.length <= longest) return text;
  return keepableText(`${text.slice(0, longest - 65)}~${sha256(given)}`);
}

/** 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function orNull(text: string | null, keep: (text: string) => string): string | null {
  return text === null ? null : keep(text);
}
