import type { SessionRef } from "../api/types/index.ts";

/** How ids look to the person who asks. */
export interface View {
  /** Ids are masked: what is shown of one tells it from its neighbours, and no more. */
  readonly masked: boolean;
  /** Stands for a session in links. */
  ref(sessionId: string): SessionRef;
  /** An id or other personal text as it is shown. */
  id(id: string): string;
}

/** Like `view.id`, with null for null. */
export function shownId(view: View, id: string | null): string | null {
  return id === null ? null : view.id(id);
}

/** A moment as the API writes it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Like `iso`, with null for null. */
export function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
