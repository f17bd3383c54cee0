import type { Person } from "../api/env.ts";

/** Whoever sends a request. */
export interface Visitor {
  /** Null where nobody is signed in. */
  readonly person: Person | null;
  /** Why nobody can tell whether the person has signed out in another process; null where that is known. */
  readonly doubt: Error | null;
  /** Whether the sign-in has ended meanwhile, or nobody has been able to tell for some seconds. */
  isOver(): boolean;
  /** Calls back when the person signs out, at once where this process takes it, else soon; returns how to stop that. */
  onSignOut(callback: () => void): () => void;
}

export const nobody: Visitor = { person: null, doubt: null, isOver: () => false, onSignOut: () => () => {} };

/** Somebody whose sign-in ends elsewhere, or never. */
export function somebody(person: Person): Visitor {
  return { ...nobody, person };
}
