import type { EventPayload } from "./payload.ts";
import { sign } from "./sign.ts";

/** How a test request is signed and addressed. */
export interface SignedRequestOptions {
  /** The integration's shared secret. */
  readonly secret: string;
  /** Default: `https://example.test/webhooks`. */
  readonly url?: string | URL;
  /** The integration's API key, for the client header. Absent: there is no such header. */
  readonly clientId?: string;
  /** Which of its two header families the sender uses. Default: `x`. */
  readonly headers?: "x" | "vrf";
}

/** A request as the sender posts it, with its signature. A text or bytes go out as they are. */
export async function signedRequest(
  payload: EventPayload | string | Uint8Array,
  { secret, url = "https://example.test/webhooks", clientId, headers: family = "x" }: SignedRequestOptions,
): Promise<Request> {
  const body = typeof payload === "string" || ArrayBuffer.isView(payload) ? payload : JSON.stringify(payload);
  const headers = new Headers({ "content-type": "application/json" });
  headers.set(`${family}-hmac-signature`, await sign(body as string | Uint8Array, secret));
  if (clientId !== undefined) headers.set(`${family}-auth-client`, clientId);
  return new Request(url, { method: "POST", headers, body: body as string });
}
