import { Failure } from "./failure.ts";
import { distinct, type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-hmac-signature", "vrf-hmac-signature"];

/**
 * The one signature that the headers carry, in either letter case. Both header families may carry it, and a repeated
 * header may repeat it; a second, different one is a conflict even where the first would be right.
 */
export function signatureOf(headers: WebhookHeaders): string {
  const text = headerText(headers, names);
  if (isSignature(text)) return text;
  const [first, another] = distinct(text.toLowerCase());
  if (another) throw new Failure("signature_conflict");
  if (first && isSignature(first)) return first;
  throw new Failure(first ? "signature_malformed" : "signature_missing");
}

function isSignature(text: string): boolean {
  return text.length === 64 && !/[^0-9a-f]/i.test(text);
}
