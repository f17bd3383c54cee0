import { createHash, createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { Cryptography } from "./cryptography.ts";

// Shared between calls, which is safe: nothing waits between filling and comparing them.
const expected = Buffer.alloc(32);
const given = Buffer.alloc(32);

/** Cryptography by `node:crypto`, without waiting: Node, Deno and Bun. */
export const nodeCryptography: Cryptography<number, string> = {
  matcher(secrets) {
    const keys = secrets.map((secret) => (secret ? createSecretKey(secret, "utf8") : null));
    return (body, signature) => {
      given.write(signature, "hex");
      return keys.findIndex((key) => {
        if (!key) return false;
        // A digest as a Latin-1 text costs half of one as a Buffer.
        expected.write(createHmac("sha256", key).update(body).digest("binary"), "latin1");
        return timingSafeEqual(expected, given);
      });
    };
  },
  digest: (body) => createHash("sha256").update(body).digest("hex"),
};

/** The same where a promise of the digest is wanted, as everywhere else. */
export const nodeAsyncCryptography: Cryptography<number, Promise<string>> = {
  ...nodeCryptography,
  digest: async (body) => nodeCryptography.digest(body),
};
