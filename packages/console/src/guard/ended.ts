import type { EndedSignIn, EventStore } from "../store/event-store.ts";

/** How old what is known of the store may be for an answer, and how often it is read while somebody waits; milliseconds. */
const fresh = 1_000;
/** How long after the store could last be read it still counts. */
const believed = 5_000;
/** Processes whose clocks differ must not forget what another one still needs. */
const reserve = 3_600_000;

/** Sign-ins that people signed out of, in any process of the store. */
export interface EndedSignIns {
  /** Ends one: here at once, and for good when it resolves; where the store does not take it, as soon as it does. */
  end(signIn: EndedSignIn): Promise<void>;
  /** Makes sure that what is known is at most a second old. @returns Why that could not be done, or null. */
  refresh(): Promise<Error | null>;
  has(id: string): boolean;
  /** Whether the store could be read of late. */
  isSure(): boolean;
  /** Calls back when one is known to have ended; returns how to stop that. Meanwhile, the store is read by itself. */
  onEnd(id: string, callback: () => void): () => void;
}

/**
 * What the store knows, read when it is asked for and not more than once a second. What was known to have ended stays so,
 * whether the store can be read or not.
 */
export function createEndedSignIns(
  store: Pick<EventStore, "endSignIn" | "endedSignIns">,
  clock: () => number,
): EndedSignIns {
  const ended = new Map<string, number>();
  /** Ended here, and not yet kept in the store. */
  const unkept = new Set<string>();
  const waiting = new Map<string, Set<() => void>>();
  // Not the clock: it may be set back.
  const now = () => performance.now();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let sureAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<Error | null> = Promise.resolve(null);
  let timer: NodeJS.Timeout | undefined;

  const note = ({ id, until }: EndedSignIn) => {
    if (ended.has(id)) return;
    ended.set(id, until);
    for (const callback of waiting.get(id) ?? []) callback();
  };
  const forget = (id: string) => {
    ended.delete(id);
    unkept.delete(id);
  };
  const keep = async (signIn: EndedSignIn) => {
    await store.endSignIn(signIn, clock() - reserve);
    unkept.delete(signIn.id);
  };
  /** What the store did not take, it may take now. */
  const keepTheRest = () => {
    for (const [id, until] of ended) if (unkept.has(id)) keep({ id, until }).catch(() => {});
  };
  const look = async (since: number): Promise<Error | null> => {
    try {
      const found = await store.endedSignIns(clock());
      for (const [id, until] of ended) if (until <= clock()) forget(id);
      for (const one of found) note(one);
      sureAt = Math.max(sureAt, since);
      return null;
    } catch (error) {
      if (lookedAt === since) lookedAt = Number.NEGATIVE_INFINITY;
      return error as Error;
    }
  };
  const refresh = () => {
    if (now() - lookedAt >= fresh) {
      keepTheRest();
      lookedAt = now();
      looking = look(lookedAt);
    }
    return looking;
  };

  return {
    async end(signIn) {
      if (ended.has(signIn.id) && !unkept.has(signIn.id)) return;
      unkept.add(signIn.id);
      note(signIn);
      await keep(signIn);
    },
    refresh,
    has: (id) => ended.has(id),
    isSure: () => now() - sureAt <= believed,
    onEnd(id, callback) {
      const callbacks = waiting.get(id) ?? new Set();
      waiting.set(id, callbacks.add(callback));
      timer ??= setInterval(refresh, fresh).unref();
      return () => {
        callbacks.delete(callback);
        if (callbacks.size === 0) waiting.delete(id);
        if (waiting.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
  };
}
