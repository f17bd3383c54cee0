import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { DeliveryRow, Milliseconds, Position, SecretId } from "../flow/delivery.ts";
import type { EventStore } from "../store/event-store.ts";

/** What the running console is made of. Whoever asks gets parts, never settings or the environment. */
export interface Parts {
  readonly store: EventStore;
  readonly receiver: Receiver;
  readonly live: LiveFeed;
  readonly signIn: SignIn;
  readonly logger: Logger;
  readonly metrics: Registry;
  readonly clock: () => Milliseconds;
  /** What stands in the store for the configured secrets, the current one first. Never the secrets themselves. */
  readonly secretIds: () => Promise<readonly SecretId[]>;
  /** Runs on made-up data. */
  readonly demo: boolean;
  /** Origins of the console's own pages besides the one in the request's Host header; for a proxy that rewrites it. */
  readonly origins: readonly string[];
  /** Whether the address in X-Forwarded-For is believed: only behind a proxy. */
  readonly trustProxy: boolean;
}

/** How people sign in. */
export type SignIn =
  /** Nobody is asked: everyone who reaches the console is an operator. Allowed on loopback only. */
  | { readonly kind: "none" }
  /** Hashes in the form that `flow-console password` prints. Viewers see ids masked. */
  | { readonly kind: "password"; readonly operator: string; readonly viewer: string | null }
  /** A proxy in front signs people in and names them in these headers. */
  | { readonly kind: "proxy"; readonly nameHeader: string; readonly operators: readonly string[] };

/** Takes deliveries over HTTP. */
export interface Receiver {
  /** Answers one request to the webhook path. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  status(): ReceiverStatus;
  /** Takes no more, answers what waits, and resolves when nothing does. */
  close(): Promise<void>;
}

export interface ReceiverStatus {
  readonly accepted: number;
  readonly quarantined: number;
  readonly rejected: number;
  /** Refused because too many were waiting. */
  readonly overloaded: number;
  /** Answered 503 because the store did not take them. */
  readonly failed: number;
  readonly waiting: number;
  readonly waitingLimit: number;
  readonly batchSizes: Summary;
  /** Milliseconds from the arrival of a request to its answer. */
  readonly latency: Summary;
  readonly lastAt: Milliseconds | null;
}

/** Of the last thousand measurements. */
export interface Summary {
  readonly count: number;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/** What is newly kept, by this process or another one, in the order of positions. */
export interface LiveFeed {
  /**
   * Gives every delivery after a position, once each, in order: first what is already kept, then what comes. A reader
   * that does not keep up is ended rather than buffered without bound. An empty batch comes first, and whenever something
   * may have been erased.
   *
   * @param after Null: from now on.
   * @returns Ends when the signal is aborted or the console closes.
   */
  read(after: Position | null, signal: AbortSignal): AsyncIterable<readonly DeliveryRow[]>;
  readonly readers: number;
  /** How many times something was erased so far, or another number where the store was set back. */
  readonly erasures: number;
  /** Lets go of what it holds for readers, because some of it was erased. Whoever had not read it yet asks the store. */
  forget(): void;
  close(): Promise<void>;
}
