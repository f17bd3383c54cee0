/** What verifying needs of a runtime. `Async` is what it gives: values, or promises of them. */
export interface Cryptography<Index, Digest> {
  /**
   * Prepares the secrets. The result compares in constant time and gives the position of the first secret that makes
   * this signature (64 lower-case hexadecimal digits) of the body, or -1. An empty secret makes none.
   */
  matcher(secrets: readonly string[]): (body: Uint8Array, signature: string) => Index;
  /** SHA-256 in lower-case hexadecimal. */
  digest(body: Uint8Array): Digest;
  /** The bytes of a body (UTF-8 of a text) that nobody else can change until the signature is checked. */
  bytes(body: string | Uint8Array): Uint8Array;
}
