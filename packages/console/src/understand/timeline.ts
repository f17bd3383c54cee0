import { EventAction } from "@flow-catalog/events";
import type { AttemptTimeline, SessionTimeline, TimelineEvent } from "../api/types/index.ts";
import type { Attempt } from "../flow/attempt.ts";
import type { KeptAccepted } from "../flow/delivery.ts";
import type { Session } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { outcomeInWords } from "./outcome.ts";
import { sessionItem } from "./session.ts";
import { iso, shownId, type View } from "./view.ts";

/** What a timeline is made of. */
export interface TimelineFacts {
  readonly session: Session;
  readonly attempts: readonly Attempt[];
  /** Of the session, in any order; those that arrived first where there are too many. */
  readonly deliveries: readonly KeptAccepted[];
}

/** What happened to one person, in words. */
export function timelineOf(facts: TimelineFacts, view: View, catalog: CatalogIndex): SessionTimeline {
  const { session, attempts, deliveries } = facts;
  const arrived = [...deliveries].sort((a, b) => a.receivedAt - b.receivedAt || a.position - b.position);
  const byAttempt = Map.groupBy(arrived, ({ event }) => event.attemptId);
  const inOrder = [...attempts].sort((a, b) => a.firstAt - b.firstAt);
  return {
    session: sessionItem(session, view),
    masked: view.masked,
    attempts: inOrder.map(
      (attempt, index): AttemptTimeline => ({
        number: index + 1,
        attemptId: shownId(view, attempt.attemptId),
        outcome: outcomeInWords(attempt.outcome, catalog),
        firstAt: iso(attempt.firstAt),
        lastAt: iso(attempt.lastAt),
        events: eventsOf(byAttempt.get(attempt.attemptId) ?? [], catalog),
      }),
    ),
    shownDeliveries: deliveries.length,
  };
}

/** Each different event once, in the order of first arrival. */
function eventsOf(deliveries: readonly KeptAccepted[], catalog: CatalogIndex): readonly TimelineEvent[] {
  const sameEvent = ({ event: { action, code, reason, state } }: KeptAccepted) =>
    JSON.stringify([action, code, reason, state]);
  const before: KeptAccepted[] = [];
  return [...Map.groupBy(deliveries, sameEvent).values()].map((arrivals): TimelineEvent => {
    const first = arrivals[0] as KeptAccepted;
    const { event, receivedAt, warnings } = first;
    const previous = before.at(-1);
    const late = before.some((earlier) => precedes(event.action, earlier.event.action));
    before.push(first);
    return {
      action: catalog.actions.words(event.action),
      code: event.code,
      reason: catalog.reasons.optional(event.reason),
      state: catalog.states.optional(event.state),
      stage: catalog.stageOf(event.state),
      sincePrevious: previous === undefined ? null : receivedAt - previous.receivedAt,
      late,
      warnings,
      deliveries: arrivals.map((one) => ({ position: one.position, receivedAt: iso(one.receivedAt) })),
    };
  });
}

const afterSubmitted: readonly string[] = [
  EventAction.WaitingComplete,
  EventAction.WaitingContinued,
  EventAction.FlowFinished,
];
const later: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  [EventAction.Started, [EventAction.Submitted, ...afterSubmitted, EventAction.FlowCancelled]],
  // A person can cancel before and after: nothing follows from where a cancellation stands.
  [EventAction.Submitted, afterSubmitted],
]);

/** Whether one event of an attempt should come before another, however they arrive. */
function precedes(action: string, other: string): boolean {
  return later.get(action)?.includes(other) === true;
}
