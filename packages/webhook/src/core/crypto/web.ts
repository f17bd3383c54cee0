import { toBytes } from "../body.ts";
import type { Cryptography } from "./cryptography.ts";

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const hmac = { name: "HMAC", hash: "SHA-256" };

/** Cryptography by WebCrypto: workers, browsers, and wherever else there is no `node:crypto`. */
export const webCryptography: Cryptography<Promise<number>, Promise<string>> = {
  matcher(secrets) {
    // Imported at the first delivery, for some workers allow no cryptography while they start; and kept as keys, not as
    // a promise, for some refuse to wait in one request for what another began.
    let keys: (Key | "")[] | undefined;
    return async (body, signature) => {
      const given = Uint8Array.from(signature.match(/../g)!, (pair) => Number(`0x${pair}`));
      const bytes = toBytes(body);
      keys ??= await Promise.all(
        secrets.map((secret) => secret && crypto.subtle.importKey("raw", toBytes(secret), hmac, false, ["verify"])),
      );
      const matches = await Promise.all(keys.map((key) => key && crypto.subtle.verify(hmac, key, given, bytes)));
      return matches.indexOf(true);
    };
  },
  async digest(body) {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", toBytes(body)));
    return Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
  },
};
