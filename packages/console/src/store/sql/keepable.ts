import { createHash } from "node:crypto";
import type { EventFacts } from "../../flow/delivery.ts";

const longestId = 256;

/**
 * The facts of an event as databases can keep them. Senders are free to put anything into a JSON string, and one event
 * that cannot be kept would hold up every batch it is in; so U+0000 and halves of a surrogate pair, which PostgreSQL has
 * no place for, become U+FFFD, ids too long for an index are cut and end in their digest, and an empty attempt id names no
 * attempt. No event of the documented form is touched, and the body keeps every byte in any case.
 */
export function keepableFacts(event: EventFacts): EventFacts {
  return {
    sessionId: keepableId(event.sessionId),
    attemptId: event.attemptId === null || event.attemptId === "" ? null : keepableId(event.attemptId),
    action: keepableText(event.action),
    code: event.code,
    feature: orNull(event.feature, keepableText),
    reason: orNull(event.reason, keepableText),
    state: orNull(event.state, keepableText),
    vendorData: orNull(event.vendorData, keepableText),
    endUserId: orNull(event.endUserId, keepableId),
  };
}

export function keepableText(text: string): string {
  return text.includes("\0") || !text.isWellFormed() ? text.toWellFormed().replaceAll("\0", "\ufffd") : text;
}

export function keepableId(id: string): string {
  const text = keepableText(id);
  if (text.length <= longestId) return text;
  return keepableText(`${text.slice(0, longestId - 65)}~${sha256(id)}`);
}

/** 64 hexadecimal digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function orNull(text: string | null, keep: (text: string) => string): string | null {
  return text === null ? null : keep(text);
}
