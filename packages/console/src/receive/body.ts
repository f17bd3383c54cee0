import type { IncomingMessage } from "node:http";

/** Why a body was not read to its end. */
export type Unread = "body_too_large" | "overloaded" | "request_unreadable" | "too_slow";

export interface BodyLimits {
  /** Of one body. */
  readonly maxBytes: number;
  /** From the head of the request to the last byte of its body, in milliseconds. */
  readonly deadline: number;
}

/** Bytes that all bodies together hold in memory. */
export interface Budget {
  used: number;
  readonly limit: number;
}

/**
 * Reads a body, and says exactly once how that went. The bytes stay on the budget: whoever gets them gives them back.
 * Whatever is announced in the head, what counts is what arrives.
 */
export function readBody(
  request: IncomingMessage,
  { maxBytes, deadline }: BodyLimits,
  budget: Budget,
  done: (body: Uint8Array | Unread, size: number) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  let finished = false;
  const finish = (end: Unread | null) => {
    if (finished) return;
    finished = true;
    clearTimeout(timer);
    request.off("data", onData).off("end", onEnd);
    if (end !== null) budget.used -= size;
    done(end ?? (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)), size);
  };
  const onData = (chunk: Buffer) => {
    size += chunk.length;
    budget.used += chunk.length;
    if (size > maxBytes) finish("body_too_large");
    else if (budget.used > budget.limit) finish("overloaded");
    else chunks.push(chunk);
  };
  const onEnd = () => finish(null);
  const timer = setTimeout(finish, deadline, "too_slow");
  request.on("data", onData).on("end", onEnd);
  // Both stay: after the end they find the work done, and an error that nobody listens to would end the process.
  const onBroken = () => finish("request_unreadable");
  request.on("close", onBroken).on("error", onBroken);
}
