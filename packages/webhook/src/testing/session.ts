import { EventAction, type OpenEventAction, type OpenFlowReason, type OpenFlowState } from "@flow-catalog/events";
import { defined } from "./defined.ts";
import { type EventPayload, eventPayload } from "./payload.ts";
import { type Random, uuid } from "./random.ts";

/** What a made-up person does. */
export interface SessionOptions {
  /** How often the person submits before the session is over. Default: 1. */
  readonly attempts?: number;
  /** The event that ends the session. Default: `waiting_complete`. */
  readonly end?: OpenEventAction;
  /** Its reason and state. Default: none. */
  readonly reason?: OpenFlowReason;
  readonly state?: OpenFlowState;
  readonly vendorData?: string | null;
  readonly endUserId?: string | null;
}

/** A made-up session, for comparing with what arrived. */
export interface Session {
  readonly sessionId: string;
  readonly attemptIds: readonly string[];
  /** Its events in the order in which they happened, each with its time in milliseconds since the session began. */
  readonly events: readonly { readonly after: number; readonly payload: EventPayload }[];
}

const minute = 60_000;

/** Makes up a session: `started` and `submitted` for every attempt, and one event that ends it. */
export function madeUpSession(random: Random, options: SessionOptions): Session {
  const {
    attempts = 1,
    end = EventAction.WaitingComplete,
    reason,
    state,
    vendorData = null,
    endUserId = null,
  } = options;
  const sessionId = uuid(random);
  const attemptIds = Array.from({ length: attempts }, () => uuid(random));
  let after = 0;
  const event = (attemptId: string, action: OpenEventAction, more: Partial<EventPayload> = {}) => {
    const payload = eventPayload({ id: sessionId, attemptId, action, vendorData, endUserId, ...more });
    after += Math.ceil(random() * 5 * minute);
    return { after, payload };
  };
  const events = attemptIds.flatMap((attemptId) => [
    event(attemptId, EventAction.Started),
    event(attemptId, EventAction.Submitted),
  ]);
  const context = defined({ reason, state });
  const last = attemptIds.at(-1);
  if (last !== undefined) events.push(event(last, end, Object.keys(context).length > 0 ? { context } : {}));
  return { sessionId, attemptIds, events };
}
