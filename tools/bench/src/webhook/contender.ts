/** A body as it is handed over: bytes, or the text that they are. */
export type Body = string | Buffer;

export type Form = "bytes" | "text";

/** One way to check an event's signature and to read the event. */
export interface Contender {
  readonly name: string;
  readonly side: "floor" | "kit" | "peer";
  /** Whether it gives promises. */
  readonly waits: boolean;
  /** Every form of a body that it takes. */
  readonly forms: readonly Form[];
  /** The signature of a body in the contender's own scheme. */
  readonly sign: (body: string) => string;
  /**
   * Readies a delivery, which is not measured, for as many calls as wanted, which are. Where the signature is not
   * that of the body a call throws, rejects, or gives an object that says `ok: false`.
   */
  readonly delivery: (body: Body, signature: string) => () => unknown;
}
