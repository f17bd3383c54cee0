import type { AttemptItem, SessionItem } from "../api/types/index.ts";
import type { Attempt } from "../flow/attempt.ts";
import type { Session } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { outcomeInWords } from "./outcome.ts";
import { iso, shownId, type View } from "./view.ts";

/** A session as a person of the view may see it. */
export function sessionItem(session: Session, view: View): SessionItem {
  return {
    ref: view.ref(session.sessionId),
    sessionId: view.id(session.sessionId),
    vendorData: shownId(view, session.vendorData),
    endUserId: shownId(view, session.endUserId),
    feature: session.feature,
    attempts: session.attempts,
    deliveries: session.deliveries,
    firstAt: iso(session.firstAt),
    lastAt: iso(session.lastAt),
  };
}

/** One of the attempts behind a number. */
export function attemptItem(attempt: Attempt, view: View, catalog: CatalogIndex): AttemptItem {
  return {
    session: view.ref(attempt.sessionId),
    sessionId: view.id(attempt.sessionId),
    attemptId: shownId(view, attempt.attemptId),
    firstAt: iso(attempt.firstAt),
    lastAt: iso(attempt.lastAt),
    deliveries: attempt.deliveries,
    outcome: outcomeInWords(attempt.outcome, catalog),
  };
}
