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

/** The bytes of a body, as a copy: nobody can change them while a signature is checked. */
export function toBytes(body: RawBody): Uint8Array & { readonly buffer: ArrayBuffer } {
  return typeof body === "string" ? encoder.encode(body) : new Uint8Array(body);
}

/** The text of bytes in UTF-8. What is no UTF-8 is replaced: nothing that was signed is refused for that. */
export function toText(body: RawBody): string {
  return typeof body === "string" ? body : decoder.decode(body);
}
