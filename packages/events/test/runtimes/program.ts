import * as events from "@flow-catalog/events";
import * as actions from "@flow-catalog/events/action";
import * as codes from "@flow-catalog/events/code";
import { describeFlowReason, describeFlowState } from "@flow-catalog/events/descriptions";
import * as reasons from "@flow-catalog/events/reason";
import * as states from "@flow-catalog/events/state";

/** Enums, constants, lists, guards, relations and descriptions agree with each other, by every door. */
export async function outcome(): Promise<{ checks: number; failures: string[] }> {
  const failures: string[] = [];
  let checks = 0;
  const check = (name: string, given: unknown, wanted: unknown) => {
    checks++;
    if (given !== wanted) failures.push(`${name}: ${String(given)} instead of ${String(wanted)}`);
  };
  const vocabularies = [
    ["state", states, events.FlowState, events.flowStates, events.isFlowState],
    ["reason", reasons, events.FlowReason, events.flowReasons, events.isFlowReason],
    ["action", actions, events.EventAction, events.eventActions, events.isEventAction],
    ["code", codes, events.EventCode, events.eventCodes, events.isEventCode],
  ] as const;
  for (const [name, constants, members, list, guard] of vocabularies) {
    const values: readonly unknown[] = list;
    check(`${name}: constants`, Object.keys(constants).length, values.length);
    check(`${name}: a stranger`, guard("tomorrow"), false);
    for (const [key, value] of Object.entries(constants)) {
      check(`${name}: the member ${key}`, (members as Record<string, unknown>)[key], value);
      check(`${name}: the list has ${key}`, values.includes(value), true);
      check(`${name}: the guard takes ${key}`, guard(value), true);
    }
  }
  for (const action of events.eventActions)
    check(`the code of ${action}`, events.actionOf(events.codeOf(action)!), action);
  for (const state of events.flowStates) check(`the words of ${state}`, describeFlowState(state).known, true);
  for (const reason of events.flowReasons) check(`the words of ${reason}`, describeFlowReason(reason).known, true);
  check("the title of a stranger", describeFlowState("not_known_yet").title, "Not known yet");
  return { checks, failures };
}
