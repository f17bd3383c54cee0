import type { WarningCode } from "@flow-catalog/webhook";

/** A moment in milliseconds since 1970-01-01T00:00:00Z. */
export type Milliseconds = number;

/**
 * Where a delivery stands among all that were ever kept: a whole number that grows in the order of commits, across all
 * processes of one store. There may be gaps, and nothing is ever kept at a lower position than one that was read.
 */
export type Position = number;

/** What became of a delivery: taken as an event, signed but no event, or not taken at all. */
export type Verdict = "accepted" | "quarantined" | "rejected";

/** Stands for a secret in one store, whatever its place in the settings: never below `lowestSecretId`. */
export type SecretId = number;

/** What stores kept before were places in the settings of the time, which are below and say nothing today. */
export const lowestSecretId = 1_000;

/** Header lines that are kept: names in lower case, without signatures, cookies and credentials. */
export type KeptHeaders = Readonly<Record<string, string>>;

/** What every delivery whose signature was right has. */
interface Signed {
  readonly receivedAt: Milliseconds;
  readonly headers: KeptHeaders;
  /** Which secret made the signature. Null where the store does not know: the delivery was imported, for example. */
  readonly secretId: SecretId | null;
  /** SHA-256 of the body, 64 lower-case hexadecimal digits. */
  readonly digest: string;
  /** Bytes of the body as it arrived. */
  readonly size: number;
}

/** Characters of an id. What is shorter might be anything, where it is found in something longer. */
export const shortestId = 8;

/** What an event says, as the webhook kit read it. Null stands for absent, null, or of an unexpected type. */
export interface EventFacts {
  readonly sessionId: string;
  readonly attemptId: string | null;
  readonly action: string;
  readonly code: number;
  readonly feature: string | null;
  readonly reason: string | null;
  readonly state: string | null;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
}

/** Something odd about an event that was taken all the same: the kit's warning and the member it is about. */
export interface KeptWarning {
  readonly code: WarningCode;
  readonly path: string;
}

/** A signed event. The body is kept byte for byte. */
export interface AcceptedDelivery extends Signed {
  readonly verdict: "accepted";
  readonly event: EventFacts;
  readonly body: Uint8Array;
  readonly warnings: readonly KeptWarning[];
  /** Version of `@flow-catalog/events` that the event was read with. */
  readonly catalogVersion: string;
}

/** Signed, but not JSON, not an event, or nested deeper than any event. */
export interface QuarantinedDelivery extends Signed {
  readonly verdict: "quarantined";
  readonly why: "not_json" | "not_an_event" | "too_deep";
  /** Names of the members at the top, where the body is a JSON object. */
  readonly keys: readonly string[];
  /** Null where the body may hold personal data (a decision does): then only its digest and keys are kept. */
  readonly body: Uint8Array | null;
}

/** A delivery that was refused. Its body and its headers are never kept. */
export interface RejectedDelivery {
  readonly verdict: "rejected";
  readonly receivedAt: Milliseconds;
  /** The kit's error code, or what the console itself refused: `overloaded`, `unsupported_encoding`. */
  readonly why: string;
  /** The HTTP status that was answered. */
  readonly status: number;
  /** Bytes of the body as far as they are known. */
  readonly size: number | null;
}

/** A delivery, on its way into the store. */
export type NewDelivery = AcceptedDelivery | QuarantinedDelivery | RejectedDelivery;

interface Kept {
  readonly position: Position;
}

export type KeptAccepted = AcceptedDelivery & Kept;
export type KeptQuarantined = QuarantinedDelivery &
  Kept & {
    /** Set once a person had it read again with success: the position it was accepted at. */
    readonly reprocessedAs: Position | null;
  };
export type KeptRejected = RejectedDelivery & Kept;

/** A delivery, as kept. */
export type KeptDelivery = KeptAccepted | KeptQuarantined | KeptRejected;

type WithoutBody<D> = D extends { readonly body: unknown } ? Omit<D, "body"> & { readonly hasBody: boolean } : D;

/** A delivery without its body: what lists and the live feed carry. */
export type DeliveryRow = WithoutBody<KeptAccepted> | WithoutBody<KeptQuarantined> | KeptRejected;
