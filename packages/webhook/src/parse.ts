import { actionOf, isEventAction, isEventCode, isFlowReason, isFlowState } from "@flow-catalog/events";
import type { FlowEvent } from "./event.ts";
import type { Warning, WarningCode } from "./warning.ts";

type Members = Record<string, unknown>;
type Guard = (value: unknown) => boolean;

/**
 * Reads an event. Takes every event whatever its values are, and adds to the warnings what is odd about it. Null for
 * what is no event: one has a session, an action and a code.
 */
export function readEvent(payload: unknown, warnings: Warning[]): FlowEvent | null {
  if (!isObject(payload)) return null;
  const { id, action, code, context } = payload;
  if (typeof id !== "string" || typeof action !== "string" || typeof code !== "number") return null;
  const known = isEventAction(action);
  if (!known) warn(warnings, "unknown_value", "action");
  if (!isEventCode(code)) warn(warnings, "unknown_value", "code");
  else if (known && actionOf(code) !== action) warn(warnings, "code_action_mismatch", "code");
  return {
    kind: known ? action : "unknown",
    action,
    code,
    sessionId: id,
    attemptId: text(payload.attemptId, "attemptId", warnings),
    feature: text(payload.feature, "feature", warnings),
    vendorData: text(payload.vendorData, "vendorData", warnings),
    endUserId: text(payload.endUserId, "endUserId", warnings),
    context: readContext(context, warnings),
    payload,
    // Kind and action agree by the line above, which the compiler cannot follow across a union.
  } as FlowEvent;
}

function readContext(context: unknown, warnings: Warning[]): FlowEvent["context"] {
  if (!isObject(context)) {
    if (context != null) warn(warnings, "unexpected_type", "context");
    return { reason: null, state: null };
  }
  return {
    reason: value(context.reason, "context.reason", isFlowReason, isFlowState, warnings),
    state: value(context.state, "context.state", isFlowState, isFlowReason, warnings),
  };
}

/** An optional value of a vocabulary, with a neighbour that it may be mistaken for. */
function value(given: unknown, path: string, isKnown: Guard, isNeighbour: Guard, warnings: Warning[]): string | null {
  const found = text(given, path, warnings);
  if (found !== null && !isKnown(found)) {
    warn(warnings, isNeighbour(found) ? "misplaced_value" : "unknown_value", path);
  }
  return found;
}

/** An optional text: null where it is absent, null, or something else. */
function text(given: unknown, path: string, warnings: Warning[]): string | null {
  if (typeof given === "string") return given;
  if (given != null) warn(warnings, "unexpected_type", path);
  return null;
}

function warn(warnings: Warning[], code: WarningCode, path: string): void {
  warnings.push({ code, path });
}

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
