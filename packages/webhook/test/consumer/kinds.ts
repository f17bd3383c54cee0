/**
 * Kinds: this file has to compile, and every line below a `@ts-expect-error` must not. It is never run.
 */
import { EventAction, EventCode, type FlowState, type OpenFlowReason, type OpenFlowState } from "@flow-catalog/events";
import type { EventCallbacks, FlowEvent, FlowEventOf, KnownFlowEvent, Webhooks } from "@flow-catalog/webhook";
import { eventPayload } from "@flow-catalog/webhook/testing";

declare const event: FlowEvent;
declare const webhooks: Webhooks;

export function exhaustive(): string {
  switch (event.kind) {
    case "started":
    case "submitted":
    case "waiting_complete":
    case "waiting_continued":
    case "flow_finished":
    case "flow_cancelled":
      return event.action satisfies `${EventAction}`;
    case "unknown":
      return event.action;
  }
}

// @ts-expect-error A switch without `unknown` falls through, and so gives no string.
export function withoutUnknown(): string {
  switch (event.kind) {
    case "started":
    case "submitted":
    case "waiting_complete":
    case "waiting_continued":
    case "flow_finished":
    case "flow_cancelled":
      return event.action;
  }
}

export function withNever(): void {
  if (event.kind === "started" || event.kind === "submitted" || event.kind === "waiting_complete") return;
  if (event.kind === "waiting_continued" || event.kind === "flow_finished" || event.kind === "flow_cancelled") return;
  // @ts-expect-error `unknown` is left.
  event satisfies never;
  if (event.kind === "unknown") return;
  event satisfies never;
}

export function enumMembers(known: KnownFlowEvent): string {
  switch (known.action) {
    case EventAction.Started:
      return known.kind satisfies "started";
    case EventAction.Submitted:
    case EventAction.WaitingComplete:
    case EventAction.WaitingContinued:
    case EventAction.FlowFinished:
    case EventAction.FlowCancelled:
      return known.kind;
  }
}

// @ts-expect-error One of the members is missing.
export function withoutMember(known: KnownFlowEvent): string {
  switch (known.action) {
    case EventAction.Started:
    case EventAction.Submitted:
    case EventAction.WaitingComplete:
    case EventAction.WaitingContinued:
    case EventAction.FlowFinished:
      return known.kind;
  }
}

if (event.kind === EventAction.Submitted) event satisfies FlowEventOf<"submitted">;
if (event.kind === "submitted") event.action satisfies "submitted";
if (event.kind === "submitted") event.action satisfies EventAction.Submitted;
if (event.code === EventCode.Submitted || event.code === 7_002 || event.code === 7_777) event satisfies FlowEvent;
// @ts-expect-error No such kind: a slip of the pen is found.
if (event.kind === "submited") event satisfies FlowEvent;

// Tomorrow's state compiles, is kept, and does not pass for one of today's.
const tomorrow: OpenFlowState = "hologram_screen_shown";
eventPayload({ context: { state: tomorrow, reason: "reason_of_tomorrow" }, action: "action_of_tomorrow", code: 7_099 });
eventPayload({
  action: EventAction.FlowCancelled,
  code: EventCode.FlowCancelled,
  context: { state: "otp_screen_shown" },
});
event.context.state satisfies OpenFlowState | null;
event.context.reason satisfies OpenFlowReason | null;
// @ts-expect-error An open state may be one that the catalog does not know.
event.context.state satisfies `${FlowState}` | null;
if (event.context.state === "hologram_screen_shown") event.context.state satisfies string;

declare const callbacks: EventCallbacks;
const { unknown, ...known } = callbacks;
webhooks.handler({ onEvent: callbacks });
webhooks.handler({ onEvent: { ...known, unknown: (unknownEvent) => unknownEvent.kind satisfies "unknown" } });
webhooks.handler({ onEvent: { ...callbacks, [EventAction.Started]: (started) => started.kind satisfies "started" } });
// @ts-expect-error A map without `unknown`.
webhooks.handler({ onEvent: known });
webhooks.handler({ onEvent: (one) => one satisfies KnownFlowEvent, onUnknown: (one) => one.action satisfies string });
// @ts-expect-error A function that leaves the unknown ones out.
webhooks.handler({ onEvent: (one: KnownFlowEvent) => one });
// @ts-expect-error What the catalog knows is not all there is.
event satisfies KnownFlowEvent;
// @ts-expect-error An event is not to be changed.
event.code = 7_001;
// @ts-expect-error Nobody should sign with a number.
webhooks.receive({ body: 7, headers: {} });
