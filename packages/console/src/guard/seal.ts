import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Hides a text in a reference that only the holder of the key can open. */
export interface Seal {
  /** The same text always gives the same reference, so that links stay good. */
  seal(text: string): string;
  /** Null where the reference was not made with this key. */
  open(reference: string): string | null;
}

const ivBytes = 16;

/**
 * The SIV construction: the initialisation vector is a keyed digest of the text, and proves it when it is opened. Equal
 * texts give equal references, which is wanted here, and nothing else can be learned from one but the text's length.
 */
export function createSeal(key: Uint8Array): Seal {
  const digestKey = derive(key, "digest");
  const cipherKey = derive(key, "cipher");
  const ivOf = (text: Uint8Array) => createHmac("sha256", digestKey).update(text).digest().subarray(0, ivBytes);
  return {
    seal(text) {
      const plain = Buffer.from(text, "utf8");
      const iv = ivOf(plain);
      return Buffer.concat([iv, createCipheriv("aes-256-ctr", cipherKey, iv).update(plain)]).toString("base64url");
    },
    open(reference) {
      const bytes = Buffer.from(reference, "base64url");
      if (bytes.length < ivBytes || bytes.toString("base64url") !== reference) return null;
      const iv = bytes.subarray(0, ivBytes);
      const plain = createDecipheriv("aes-256-ctr", cipherKey, iv).update(bytes.subarray(ivBytes));
      return timingSafeEqual(ivOf(plain), iv) ? plain.toString("utf8") : null;
    },
  };
}

function derive(key: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, "", `flow-console ${purpose}`, 32));
}
