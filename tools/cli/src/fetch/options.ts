import { setTimeout as sleep } from "node:timers/promises";
import type { Validators } from "./fetched.ts";

/** What fetching a page may cost. Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Redirects followed for one request. Default 5. */
  readonly redirects: number;
  /** Size of the page, both as sent and as unpacked. Default 5 MiB. */
  readonly bytes: number;
  /** From the start of a request until its answer begins: connecting, TLS and headers. Default 15 s. */
  readonly answerMs: number;
  /** Silence within a body. Default 15 s. */
  readonly idleMs: number;
  /** Everything together: each form of the page, each try and the waits between. Default 2 min. */
  readonly totalMs: number;
  /** Tries after the first. Default 3. */
  readonly retries: number;
  /** Wait before the second try, doubled for each one after that. Default 500 ms. */
  readonly firstWaitMs: number;
  /** The longest wait of our own choice. Default 8 s. */
  readonly longestWaitMs: number;
  /** The longest wait that a server may ask for; one that asks for more is not asked again. Default 60 s. */
  readonly longestRetryAfterMs: number;
}

export const defaultLimits: Limits = {
  redirects: 5,
  bytes: 5 * 1024 * 1024,
  answerMs: 15_000,
  idleMs: 15_000,
  totalMs: 120_000,
  retries: 3,
  firstWaitMs: 500,
  longestWaitMs: 8_000,
  longestRetryAfterMs: 60_000,
};

/** Time and chance, so that a test can have its own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}

/** How far it is. `received` and `total` count bytes as sent, so packed ones where the server packs. */
export interface Progress {
  readonly phase: "asking" | "receiving" | "waiting";
  /** Fit to be shown. */
  readonly url: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly received: number;
  /** Where the server says it. */
  readonly total?: number;
  /** Until the next try, in milliseconds; only while waiting. */
  readonly waitMs?: number;
}

/** What is known from the last time, to ask whether it is still current. */
export interface Known extends Validators {
  /** The `finalUrl` that the validators came with: another address may use the same ones for something else. */
  readonly url: string;
}

export interface FetchOptions {
  /** Takes the page's Markdown form where the site has one. Default: false. */
  readonly preferMarkdown?: boolean;
  readonly known?: Known | undefined;
  readonly userAgent?: string | undefined;
  readonly limits?: Partial<Limits>;
  readonly clock?: Partial<Clock>;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** The options with nothing left open. */
export interface Settings {
  readonly known: Known | undefined;
  readonly userAgent: string;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly onProgress: (progress: Progress) => void;
  /** When everything must be over, in milliseconds since 1970. */
  readonly deadline: number;
}

/** What the program calls itself, so that a site's owner can see who asks and why. */
export function userAgent(version?: string): string {
  return `flow-catalog${version === undefined ? "" : `/${version}`} (+documentation watcher)`;
}

export function settingsOf(options: FetchOptions): Settings {
  const limits = { ...defaultLimits, ...options.limits };
  const clock: Clock = { now: Date.now, random: Math.random, sleep: (ms) => sleep(ms), ...options.clock };
  return {
    known: options.known,
    userAgent: options.userAgent ?? userAgent(),
    limits,
    clock,
    onProgress: options.onProgress ?? (() => {}),
    deadline: clock.now() + limits.totalMs,
  };
}
