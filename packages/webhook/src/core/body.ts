import { Failure } from "./failure.ts";

/** A body as it arrived: bytes, or the text that they are in UTF-8. */
export type RawBody = string | Uint8Array;

/**
 * A body that may be verified: raw, and not too large.
 *
 * @throws Failure `body_not_raw`, `body_too_large`
 */
export function rawBody(given: unknown, max: number): RawBody {
  const body = given instanceof ArrayBuffer ? new Uint8Array(given) : given;
  // Bytes that come from elsewhere, as in a test runner's sandbox, are no instances of this Uint8Array.
  if (typeof body !== "string" && !ArrayBuffer.isView(body)) throw new Failure("body_not_raw");
  // Asked this way round, a limit that is no number lets nothing pass.
  if (!((body as RawBody).length <= max)) throw new Failure("body_too_large");
  return body as RawBody;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 of a text; bytes as they are. */
export function toBytes(body: RawBody): Uint8Array {
  return typeof body === "string" ? encoder.encode(body) : body;
}

/** The text of bytes in UTF-8. What is no UTF-8 is replaced: nothing that was signed is refused for that. */
export function toText(body: RawBody): string {
  return typeof body === "string" ? body : decoder.decode(body);
}
