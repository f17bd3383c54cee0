import type { EventAction, EventActionValue, OpenEventCode, OpenFlowReason, OpenFlowState } from "@flow-catalog/events";

/** The name of every action that the catalog knows: the kinds of a known event. */
export type KnownEventKind = EventActionValue;

/** What to `switch` on: one kind for each action of the catalog, and `unknown` for every other. */
export type EventKind = KnownEventKind | "unknown";

/** Why and where the flow stopped, as far as the sender says. Null stands for absent, null, or not a string. */
export interface EventContext {
  /** Context of the action. Open: a reason that the catalog does not know arrives as it is. */
  readonly reason: OpenFlowReason | null;
  /** Where the person was when the flow stopped. Open, like `reason`. */
  readonly state: OpenFlowState | null;
}

interface EventBase<Kind extends EventKind, Action extends string> {
  /** The action as a plain string where the catalog knows it, else `unknown`. Narrows the event. */
  readonly kind: Kind;
  /** The action as sent. Of an event that the catalog knows, a member of `EventAction`. */
  readonly action: Action;
  /** The code as sent. It usually goes with the action, but an action does not determine a code. */
  readonly code: OpenEventCode;
  /** The session: a UUID, the payload's `id`. All events of a session share it; it is not an id of the event. */
  readonly sessionId: string;
  /** The attempt within the session: a UUID. A session may have several attempts; old payloads do not name theirs. */
  readonly attemptId: string | null;
  /** The product feature that the session uses, such as `selfid`. */
  readonly feature: string | null;
  /** What your own system gave when it made the session: up to 1,000 characters. */
  readonly vendorData: string | null;
  /** Your own id of the person: a UUID. */
  readonly endUserId: string | null;
  readonly context: EventContext;
  /** The whole payload as sent, with every member that this type does not name. */
  readonly payload: Readonly<Record<string, unknown>>;
}

type ActionOfKind = { readonly [Action in EventAction as `${Action}`]: Action };

/** An event of one kind: `FlowEventOf<"submitted">`. */
export type FlowEventOf<Kind extends EventKind> = Kind extends KnownEventKind
  ? EventBase<Kind, ActionOfKind[Kind]>
  : EventBase<"unknown", string>;

/** An event whose action the catalog knows. */
export type KnownFlowEvent = FlowEventOf<KnownEventKind>;

/** An event whose action the catalog does not know: newer than the catalog, or older. Everything in it is kept. */
export type UnknownFlowEvent = FlowEventOf<"unknown">;

/** Any event. A `switch` over `kind` narrows it, and is exhaustive only if it treats `unknown`. */
export type FlowEvent = KnownFlowEvent | UnknownFlowEvent;
