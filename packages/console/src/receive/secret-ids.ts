import { createHmac } from "node:crypto";
import { lowestSecretId, type SecretId } from "../flow/delivery.ts";
import type { EventStore } from "../store/event-store.ts";

/**
 * The numbers that stand for secrets in the store whose key it is: 24 bits of an HMAC. So few tell apart the handful of
 * secrets that an integration has in its life, and are no help to whoever guesses: of a random secret of 122 bits, 98 stay
 * unknown even to somebody who has the database and with it the key.
 */
export function secretIds(key: Uint8Array, secrets: readonly string[]): readonly SecretId[] {
  return secrets.map((secret) => lowestSecretId + createHmac("sha256", key).update(secret).digest().readUIntBE(0, 3));
}

/** The same by the key of a store. */
export async function secretIdsIn(
  store: Pick<EventStore, "key">,
  secrets: readonly string[],
): Promise<readonly SecretId[]> {
  return secretIds(await store.key("secrets"), secrets);
}
