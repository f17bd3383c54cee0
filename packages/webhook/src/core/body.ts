import { Failure } from "./failure.ts";

/**
 * The bytes of a body that is at hand.
 *
 * @throws Failure `body_not_raw`, `body_too_large`
 */
export function bytesOf(body: unknown, max: number, toBytes: (body: string | Uint8Array) => Uint8Array): Uint8Array {
  // A text has at least as many bytes as UTF-16 units: one that is far too long is not even copied.
  return limited(toBytes(limited(raw(body), max)), max);
}

function raw(body: unknown): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  throw new Failure("body_not_raw");
}

function limited<T extends string | Uint8Array>(body: T, max: number): T {
  if (body.length > max) throw new Failure("body_too_large");
  return body;
}
