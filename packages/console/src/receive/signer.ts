import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The place of the secret that signed a body; null where the webhook kit would refuse it. */
type Signer = (body: Uint8Array, headers: IncomingHttpHeaders) => number | null;

/**
 * Tells who signed a body that must not be parsed, which the webhook kit would do at once. By the kit's rules: both
 * headers may carry the signature, also repeatedly, but only one.
 */
export function signerOf(secrets: readonly string[]): Signer {
  const keys = secrets.map((secret) => secret.trim());
  return (body, headers) => {
    const given = [headers["x-hmac-signature"], headers["vrf-hmac-signature"]].flat().filter(Boolean);
    const [signature = "", another = ""] = new Set(
      given
        .join(",")
        .toLowerCase()
        .split(/[\s,]+/),
    );
    if (another !== "" || !/^[0-9a-f]{64}$/.test(signature)) return null;
    const expected = Buffer.from(signature, "hex");
    const index = keys.findIndex(
      // An empty key would let anybody sign.
      (key) => key !== "" && timingSafeEqual(createHmac("sha256", key).update(body).digest(), expected),
    );
    return index === -1 ? null : index;
  };
}
