/**
 * What is known of a webhook besides its payload. There is one only where the signature was right.
 *
 * `Digest` is what `digest` gives: a promise, or a string in the synchronous form.
 */
export interface Delivery<Digest = Promise<string>> {
  /** When it was handed over, by the option `now`. The payload itself carries no time. */
  readonly receivedAt: Date;
  /** Position in `secrets` of the secret that made the signature. It tells when an old secret is out of use. */
  readonly secretIndex: number;
  /** The body as it was signed, as a copy. */
  bytes(): Uint8Array;
  /**
   * SHA-256 of the body in lower-case hexadecimal, computed when first asked for. Equal digests mean equal bytes, which
   * may be a retry or a genuine repeat: do not drop a delivery for its digest.
   */
  digest(): Digest;
}
