import { Failure } from "./failure.ts";
import { distinct, type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-hmac-signature", "vrf-hmac-signature"];
const signature = /^[0-9a-f]{64}$/i;

/**
 * The one signature that the headers carry, in either letter case. Both header families may carry it, and a repeated
 * header may repeat it; a second, different one is a conflict even where the first would be right.
 */
export function signatureOf(headers: WebhookHeaders): string {
  const text = headerText(headers, names);
  if (signature.test(text)) return text;
  const [first, another] = distinct(text.toLowerCase());
  if (another) throw new Failure("signature_conflict");
  if (first && signature.test(first)) return first;
  throw new Failure(first ? "signature_malformed" : "signature_missing");
}
