import type { Delivery } from "./delivery.ts";
import type { Unverified } from "./result.ts";

/**
 * Why a webhook could not be verified.
 *
 * | code | meaning |
 * | --- | --- |
 * | `signature_missing` | neither signature header is there |
 * | `signature_malformed` | the signature is not 64 hexadecimal digits |
 * | `signature_conflict` | signatures are there that contradict each other |
 * | `signature_mismatch` | no secret makes this signature of this body |
 * | `client_mismatch` | signed, but not for the pinned `clientId` |
 * | `body_not_raw` | the body was read or parsed before the signature could be checked |
 * | `body_too_large` | the body is larger than `maxBodyBytes` |
 * | `request_unreadable` | the request broke while it was read; `cause` says how |
 * | `not_json` | signed, but not JSON |
 */
export type VerifyErrorCode =
  | "signature_missing"
  | "signature_malformed"
  | "signature_conflict"
  | "signature_mismatch"
  | "client_mismatch"
  | "body_not_raw"
  | "body_too_large"
  | "request_unreadable"
  | "not_json";

/**
 * A webhook that was not verified: thrown inside, and then the result. Not an `Error`: a stranger can cause it at will,
 * and a stack trace would cost more than checking a signature.
 */
export class Failure<D = Delivery> implements Unverified<D> {
  readonly ok = false;
  readonly code: VerifyErrorCode;
  readonly cause: unknown;
  readonly delivery: D | null;

  constructor(code: VerifyErrorCode, cause?: unknown, delivery: D | null = null) {
    this.code = code;
    this.cause = cause;
    this.delivery = delivery;
  }
}
