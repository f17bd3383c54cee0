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

type Explanation = readonly [status: number, what: string, hint: string];

const explanations: Record<WebhookErrorCode, Explanation> = {
  signature_missing: [
    401,
    "The request carries no signature.",
    "Pass on all of its headers: the sender sets x-hmac-signature or vrf-hmac-signature.",
  ],
  signature_malformed: [
    401,
    "The signature is not 64 hexadecimal digits.",
    "It stands alone in its header, without a prefix such as sha256=, and is not base64.",
  ],
  signature_conflict: [
    401,
    "The signature headers contradict each other.",
    "Look for a proxy that adds or rewrites one of them.",
  ],
  signature_mismatch: [
    401,
    "None of the secrets makes this signature of this body.",
    "Compare them with the integration's shared secret, and pass the body byte for byte as it arrived: JSON that was parsed and written again is other bytes.",
  ],
  client_mismatch: [
    401,
    "The request is signed, but not for the pinned clientId.",
    "Compare clientId with the integration's API key; another integration may post to this URL.",
  ],
  body_not_raw: [
    500,
    "The body was read or parsed before its signature could be checked.",
    "Pass it raw. Express: express.raw({ type: '*/*' }) on this route, before express.json(). Next and Hono: no json() or text() on the request before. Node's http, Fastify, Lambda: use the adapter of @flow-catalog/webhook.",
  ],
  body_too_large: [413, "The body is larger than maxBodyBytes.", "An event has a few hundred bytes."],
  request_unreadable: [400, "The request broke while it was read.", "See cause: the connection may have ended early."],
  not_json: [400, "The body is signed, but is not JSON.", "See the delivery's bytes for what the sender signed."],
  not_an_event: [
    422,
    "The body is signed JSON, but not an event: it has not all of id, action and code.",
    "Give decisions and other webhooks a URL of their own; @flow-catalog/webhook/verify verifies them.",
  ],
  handler_failed: [500, "The callback failed.", "See cause. The sender will deliver the event again."],
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

  /** @param options `hint` replaces the general one; `cause` is the error behind this one. */
  constructor(code: WebhookErrorCode, options: { readonly hint?: string; readonly cause?: unknown } = {}) {
    const [status, what, general] = explanations[code];
    const { hint = general } = options;
    super(`${what} ${hint}`, options);
    this.code = code;
    this.hint = hint;
    this.status = status;
  }
}
