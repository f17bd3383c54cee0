import type { RawBody } from "../body.ts";

/** What verifying needs of a runtime. `Index` and `Digest` are values, or promises of them. */
export interface Cryptography<Index, Digest> {
  /**
   * Prepares the secrets. The result compares in constant time and gives the position of the first secret that makes
   * this signature (64 hexadecimal digits) of the body, or -1. An empty secret makes none. Where it waits, it judges the
   * bytes as they were when it was called.
   */
  matcher(secrets: readonly string[]): (body: RawBody, signature: string) => Index;
  /** SHA-256 in lower-case hexadecimal. */
  digest(body: RawBody): Digest;
}
