import type { WebhookHeaders } from "./headers.ts";

/** A request whose body is at hand: what a server gives that has read it already, but not parsed it. */
export interface RawRequest {
  /**
   * The body exactly as it arrived. Bytes are best; a string must be their faithful UTF-8 reading. A parsed body is
   * refused with `body_not_raw`: writing it again gives other bytes than the sender signed.
   */
  readonly body: string | ArrayBuffer | Uint8Array;
  readonly headers: WebhookHeaders;
}

/** What can be received: a fetch-style `Request` that nobody has read yet, or a body with its headers. */
export type WebhookInput = Request | RawRequest;
