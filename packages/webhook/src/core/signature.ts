import { Failure } from "./failure.ts";
import { type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-hmac-signature", "vrf-hmac-signature"];
const signature = /^[0-9a-f]{64}$/i;

/**
 * The one signature that the headers carry, in either letter case. Both header families may carry it, and a repeated
 * header may repeat it; a second, different one is a conflict even where the first would be right.
 */
export function signatureOf(headers: WebhookHeaders): string {
  const text = headerText(headers, names);
  if (signature.test(text)) return text;
  const [first, ...others] = new Set(text.toLowerCase().split(/[\s,]+/));
  if (!first) throw new Failure("signature_missing");
  if (others[0]) throw new Failure("signature_conflict");
  if (!signature.test(first)) throw new Failure("signature_malformed");
  return first;
}
