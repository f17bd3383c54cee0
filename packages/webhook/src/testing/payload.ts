import {
  codeOf,
  EventAction,
  type OpenEventAction,
  type OpenEventCode,
  type OpenFlowReason,
  type OpenFlowState,
} from "@flow-catalog/events";

/** An event as it goes over the wire. Open: any value and any further member may be tried. */
export interface EventPayload {
  /** The session. */
  readonly id: string;
  readonly attemptId?: string | null;
  readonly feature?: string | null;
  readonly code: OpenEventCode;
  readonly action: OpenEventAction;
  readonly context?: { readonly reason?: OpenFlowReason | null; readonly state?: OpenFlowState | null } | null;
  readonly vendorData?: string | null;
  readonly endUserId?: string | null;
  readonly [member: string]: unknown;
}

/**
 * A payload to test with: what is not given is made up, and the code goes with the action. The same arguments give the
 * same payload.
 *
 * ```ts
 * eventPayload({ action: "flow_cancelled", context: { state: "error_screen_shown" } });
 * ```
 */
export function eventPayload(members: Partial<EventPayload> = {}): EventPayload {
  const action = members.action ?? EventAction.Started;
  return {
    id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
    attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
    feature: "selfid",
    // An action of the future has a code of the future.
    code: codeOf(action) ?? 7999,
    action,
    vendorData: "QWE123",
    endUserId: "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4",
    ...members,
  };
}
