import { Failure } from "./failure.ts";

/**
 * The bytes of a body that is at hand.
 *
 * @throws Failure `body_not_raw`, `body_too_large`
 */
export function bytesOf(body: unknown, max: number, toBytes: (body: string | Uint8Array) => Uint8Array): Uint8Array {
  const bytes = toBytes(raw(body));
  // Asked this way round, a limit that is no number lets nothing pass.
  if (!(bytes.length <= max)) throw new Failure("body_too_large");
  return bytes;
}

function raw(body: unknown): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  throw new Failure("body_not_raw");
}
