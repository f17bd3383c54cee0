// Enums, flat constants, guards, relations and descriptions, all of them open: they take tomorrow's values.
import {
  actionsOf,
  codeOf,
  EventAction,
  FlowState,
  flowStates,
  isFlowState,
  type OpenEventCode,
  type OpenFlowState,
} from "@flow-catalog/events";
import { describeFlowState } from "@flow-catalog/events/descriptions";
import * as State from "@flow-catalog/events/state";

const member: FlowState = FlowState.ClientStarted;
const constant: FlowState = State.ClientStarted;
const tomorrow: OpenFlowState = "rehearsal_screen_shown";
const code: OpenEventCode = 7007;

function explain(state: OpenFlowState): string {
  switch (state) {
    case FlowState.ClientStarted:
      return "first";
    case "error_screen_shown":
      return "failed";
    default:
      return describeFlowState(state).title;
  }
}

console.log(
  JSON.stringify({
    same: member === constant && explain(member) === "first",
    states: flowStates.length,
    known: isFlowState(tomorrow),
    title: explain(tomorrow),
    code: codeOf(EventAction.WaitingComplete) ?? code,
    actions: actionsOf("final_decision_received").length,
  }),
);
