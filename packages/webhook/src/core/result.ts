import type { Delivery } from "./delivery.ts";
import type { VerifyErrorCode } from "./failure.ts";

/** A webhook that was signed by one of the secrets. */
export interface Verified<D = Delivery> {
  readonly ok: true;
  /** The body read as JSON. */
  readonly payload: unknown;
  readonly delivery: D;
}

/** A webhook that was not, or that is not JSON. */
export interface Unverified<D = Delivery> {
  readonly ok: false;
  readonly code: VerifyErrorCode;
  /** For `request_unreadable`: what was thrown. */
  readonly cause?: unknown;
  /** Set for `not_json`, where the signature was right. */
  readonly delivery: D | null;
}

/** What verifying gives. */
export type VerifyResult<D = Delivery> = Verified<D> | Unverified<D>;
