import type { Person } from "../api/env.ts";

/** Whoever sends a request. */
export interface Visitor {
  /** Null where nobody is signed in. */
  readonly person: Person | null;
  /** Whether the sign-in has ended meanwhile. */
  isOver(): boolean;
  /** Calls back when the person signs out, at once where it happens in this process; returns how to stop that. */
  onSignOut(callback: () => void): () => void;
}

export const nobody: Visitor = { person: null, isOver: () => false, onSignOut: () => () => {} };

/** Somebody whose sign-in ends elsewhere, or never. */
export function somebody(person: Person): Visitor {
  return { ...nobody, person };
}
