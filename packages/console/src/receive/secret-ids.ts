import { createHmac } from "node:crypto";
import type { SecretId } from "../flow/delivery.ts";

/** What stores kept before were places in the list of settings, which are below. */
const lowest = 1_000;

/**
 * The numbers that stand for secrets in the store whose key it is: 24 bits of an HMAC. So few tell apart the handful of
 * secrets that an integration has in its life, and are no help to whoever guesses: of a random secret of 122 bits, 98 stay
 * unknown even to somebody who has the database and with it the key.
 */
export function secretIds(key: Uint8Array, secrets: readonly string[]): readonly SecretId[] {
  return secrets.map((secret) => lowest + createHmac("sha256", key).update(secret).digest().readUIntBE(0, 3));
}
