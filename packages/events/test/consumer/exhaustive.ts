// Exhaustive switches: each stops compiling when a value is added, and takes tomorrow's value until then.
import {
  EventAction,
  type EventActionValue,
  EventCode,
  type EventCodeValue,
  isEventAction,
  isEventCode,
  type OpenEventAction,
} from "@flow-catalog/events";
import * as Action from "@flow-catalog/events/action";
import * as Code from "@flow-catalog/events/code";

export function byEnum(action: OpenEventAction): string {
  if (!isEventAction(action)) return `Something new: ${action}`;
  switch (action) {
    case EventAction.Started:
      return "started";
    case EventAction.Submitted:
      return "submitted";
    case EventAction.WaitingComplete:
    case EventAction.WaitingContinued:
      return "waited";
    case EventAction.FlowFinished:
    case EventAction.FlowCancelled:
      return "over";
  }
}

export function byFlatConstant(action: unknown): string {
  if (!isEventAction(action)) return "Something new";
  switch (action) {
    case Action.Started:
      return "started";
    case Action.Submitted:
      return "submitted";
    case Action.WaitingComplete:
    case Action.WaitingContinued:
      return "waited";
    case Action.FlowFinished:
    case Action.FlowCancelled:
      return "over";
  }
}

export function byString(action: string): string {
  if (!isEventAction(action)) return `Something new: ${action}`;
  const known: EventActionValue = action;
  switch (known) {
    case "started":
      return "started";
    case "submitted":
      return "submitted";
    case "waiting_complete":
    case "waiting_continued":
      return "waited";
    case "flow_finished":
    case "flow_cancelled":
      return "over";
  }
}

export function byNumber(code: number): string {
  if (!isEventCode(code)) return `Something new: ${code}`;
  const known: EventCodeValue = code;
  switch (known) {
    case 7001:
    case 7002:
      return "under way";
    case 7007:
    case 7008:
    case 7009:
    case 7010:
      return "with context";
  }
}

export function byCode(code: number): string {
  if (!isEventCode(code)) return `Something new: ${code}`;
  switch (code) {
    case EventCode.Started:
    case Code.Submitted:
      return "under way";
    case EventCode.WaitingComplete:
    case EventCode.WaitingContinued:
    case Code.FlowFinished:
    case Code.FlowCancelled:
      return "with context";
  }
}

// @ts-expect-error: two actions are missing.
export function incompleteEnum(action: EventAction): string {
  switch (action) {
    case EventAction.Started:
    case EventAction.Submitted:
    case EventAction.WaitingComplete:
    case EventAction.WaitingContinued:
      return "not all";
  }
}

// @ts-expect-error: one action is missing.
export function incompleteString(action: EventActionValue): string {
  switch (action) {
    case "started":
    case "submitted":
    case "waiting_complete":
    case "waiting_continued":
    case "flow_finished":
      return "not all";
  }
}

export const complete: Record<EventActionValue, string> = {
  [EventAction.Started]: "by member",
  [Action.Submitted]: "by constant",
  waiting_complete: "by string",
  waiting_continued: "",
  flow_finished: "",
  flow_cancelled: "",
};

// @ts-expect-error: a map has to have every action.
export const incomplete: Record<EventActionValue, string> = { started: "" };

export const label: string = complete[EventAction.Started] + complete.submitted;
