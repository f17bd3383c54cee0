import type { EventPayload } from "./payload.ts";
import { seeded } from "./random.ts";
import { type SignedRequestOptions, signedRequest } from "./request.ts";
import { madeUpSession, type Session, type SessionOptions } from "./session.ts";

/** How the sender behaves. */
export interface FakeSenderOptions extends Omit<SignedRequestOptions, "url"> {
  /** Where it posts: a fetch-style handler, or the URL of a server that runs. */
  readonly to: string | URL | ((request: Request) => Response | Promise<Response>);
  /** Where its clock starts. Default: 2026-01-01T00:00:00Z. */
  readonly start?: Date;
  /** Decides every chance below: the same seed gives the same deliveries. Default: 1. */
  readonly seed?: number;
  /** How likely an event is sent twice, although it was accepted: 0 to 1. Default: 0. */
  readonly duplicates?: number;
  /** An event may be late by up to so many milliseconds, and so come after a later one. Default: 0. */
  readonly maxDelay?: number;
  /** Milliseconds from an answer that was not 200 to the next try. Default: an hour. */
  readonly retryEvery?: number;
  /** Milliseconds after which it gives up on an event. Default: seven days. */
  readonly giveUpAfter?: number;
}

/** One post, with its answer. */
export interface Post {
  /** When, by the sender's clock. */
  readonly at: Date;
  readonly payload: EventPayload;
  /** 1 for the first, 2 for the first retry, and so on. */
  readonly attempt: number;
  /** The HTTP status, or null where there was no answer. */
  readonly status: number | null;
  /** Why there was no answer. */
  readonly error?: unknown;
}

/** A sender that behaves like the real one, on a clock that only moves when it is told to. */
export interface FakeSender {
  /** The sender's time. Give it to `createWebhooks` to have both on one clock. */
  now(): Date;
  /** Plans an event, to be posted when the clock gets there. @param after Milliseconds from now. Default: 0. */
  send(payload: EventPayload, after?: number): void;
  /** Makes up a person's session and plans its events. */
  session(options?: SessionOptions): Session;
  /** Moves the clock, posts all that is due meanwhile in order, and waits for the answers. */
  advance(milliseconds: number): Promise<void>;
  /** Moves the clock until every event is accepted or given up. */
  settle(): Promise<void>;
  /** Every post so far. */
  readonly posts: readonly Post[];
  /** Events that it gave up on. */
  readonly lost: readonly EventPayload[];
}

interface Planned {
  readonly payload: EventPayload;
  readonly first: number;
  readonly attempt: number;
  due: number;
}

const hour = 3_600_000;

/**
 * Makes a sender for tests: it signs, retries what is not answered 200, and on demand delivers late, out of order and
 * twice.
 *
 * ```ts
 * const sender = fakeSender({ to: POST, secret, duplicates: 0.2, maxDelay: 60_000 });
 * const { attemptIds } = sender.session({ attempts: 2 });
 * await sender.settle();
 * ```
 */
export function fakeSender(options: FakeSenderOptions): FakeSender {
  const { start = new Date("2026-01-01T00:00:00Z"), seed = 1, duplicates = 0, maxDelay = 0 } = options;
  const { retryEvery = hour, giveUpAfter = 7 * 24 * hour } = options;
  const random = seeded(seed);
  const posts: Post[] = [];
  const lost: EventPayload[] = [];
  const planned: Planned[] = [];
  let time = start.getTime();

  const plan = (payload: EventPayload, due: number) => planned.push({ payload, due, first: due, attempt: 1 });
  const send = (payload: EventPayload, after = 0) => {
    plan(payload, time + after + random() * maxDelay);
    if (random() < duplicates) plan(payload, time + after + random() * maxDelay);
  };
  const post = async ({ payload, first, attempt, due }: Planned) => {
    const answer = await answered(options, payload);
    posts.push({ at: new Date(due), payload, attempt, ...answer });
    if (answer.status === 200) return;
    if (due + retryEvery - first > giveUpAfter) lost.push(payload);
    else planned.push({ payload, first, attempt: attempt + 1, due: due + retryEvery });
  };
  const advanceTo = async (end: number) => {
    for (let next = earliest(planned); next && next.due <= end; next = earliest(planned)) {
      planned.splice(planned.indexOf(next), 1);
      time = next.due;
      await post(next);
    }
    time = Math.max(time, end);
  };

  return {
    now: () => new Date(time),
    send,
    session(session = {}) {
      const made = madeUpSession(random, session);
      for (const { payload, after } of made.events) send(payload, after);
      return made;
    },
    advance: (milliseconds) => advanceTo(time + milliseconds),
    async settle() {
      for (let next = earliest(planned); next; next = earliest(planned)) await advanceTo(next.due);
    },
    posts,
    lost,
  };
}

/** The one that is due first; of several, the one that was planned first. */
function earliest(planned: readonly Planned[]): Planned | undefined {
  return planned.reduce<Planned | undefined>((best, next) => (best && best.due <= next.due ? best : next), undefined);
}

async function answered(
  { to, ...options }: FakeSenderOptions,
  payload: EventPayload,
): Promise<Pick<Post, "status" | "error">> {
  try {
    const request = await signedRequest(payload, typeof to === "function" ? options : { ...options, url: to });
    const response = await (typeof to === "function" ? to(request) : fetch(request));
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    return { status: null, error };
  }
}
