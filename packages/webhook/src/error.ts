import type { VerifyErrorCode } from "./core/failure.ts";

/**
 * What can be wrong with a delivery. The set is closed, so a `switch` over it can be exhaustive.
 *
 * | code | status | meaning |
 * | --- | --- | --- |
 * | `signature_missing` | 401 | neither signature header is there |
 * | `signature_malformed` | 401 | the signature is not 64 hexadecimal digits |
 * | `signature_conflict` | 401 | signatures are there that contradict each other |
 * | `signature_mismatch` | 401 | no secret makes this signature of this body |
 * | `client_mismatch` | 401 | signed, but not for the pinned `clientId` |
 * | `body_not_raw` | 500 | the body was read or parsed before the signature could be checked |
 * | `body_too_large` | 413 | the body is larger than `maxBodyBytes` |
 * | `request_unreadable` | 400 | the request broke while it was read; `cause` says how |
 * | `not_json` | 400 | signed, but not JSON |
 * | `not_an_event` | 422 | signed JSON, but not an event: a decision, for example |
 * | `handler_failed` | 500 | your own callback failed; `cause` is what it threw |
 */
export type WebhookErrorCode = VerifyErrorCode | "not_an_event" | "handler_failed";

// The codes say what is wrong and the hints how to fix it; together they are the message. Kept short: they weigh half of
// what verifying does.
const hints: Record<WebhookErrorCode, readonly [hint: string, status?: number]> = {
  signature_missing: ["pass on all headers of the request"],
  signature_malformed: ["64 hex digits are wanted, without a prefix"],
  signature_conflict: ["does a proxy add or rewrite a header?"],
  signature_mismatch: ["check the secret, and pass the body as it arrived, not parsed and written again"],
  client_mismatch: ["clientId is not this integration's API key"],
  body_not_raw: [
    "something read or parsed it before. Express: express.raw({ type: '*/*' }) on this route. Next, Hono: no json() or text() before. Fastify, Lambda, Node: use the adapter",
    500,
  ],
  body_too_large: ["see maxBodyBytes", 413],
  request_unreadable: ["see cause", 400],
  not_json: ["the sender signed it, so ask there", 400],
  not_an_event: ["decisions need a URL of their own", 422],
  handler_failed: ["see cause", 500],
};

/**
 * Why a delivery was not taken. The message says what is wrong and how to fix it; it never holds a secret, a signature
 * or any part of a body, so it can be logged as it is.
 */
export class WebhookError extends Error {
  override readonly name = "WebhookError";
  /** What is wrong, for a `switch`. */
  readonly code: WebhookErrorCode;
  /** How to fix it. Part of the message too. */
  readonly hint: string;
  /** The HTTP status to answer. Anything but 200 makes the sender try again later. */
  readonly status: number;

  /** @param options `hint` replaces the general one, `cause` is the error behind this one. */
  constructor(code: WebhookErrorCode, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    const [general, status = 401] = hints[code];
    const { hint = general } = options;
    super(`${code.replaceAll("_", " ")}: ${hint}`, options);
    this.code = code;
    this.hint = hint;
    this.status = status;
  }
}
