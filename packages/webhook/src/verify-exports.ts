export type { Delivery } from "./core/delivery.ts";
export type { VerifyErrorCode } from "./core/failure.ts";
export type { WebhookHeaders } from "./core/headers.ts";
export type { RawRequest, WebhookInput } from "./core/input.ts";
export type { WebhookOptions } from "./core/options.ts";
export type { Unverified, Verified, VerifyResult } from "./core/result.ts";
export type { Verify } from "./core/verifier.ts";
