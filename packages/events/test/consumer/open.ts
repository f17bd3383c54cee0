// Open types take tomorrow's values; closed ones take members, constants and plain strings, and nothing else.
import {
  actionOf,
  actionsOf,
  type CatalogInfo,
  catalogInfo,
  catalogVersion,
  codeOf,
  type EventAction,
  type EventCode,
  type EventCodeValue,
  type FlowReason,
  FlowState,
  type FlowStateValue,
  flowStates,
  isFlowState,
  type OpenEventCode,
  type OpenFlowState,
  reasonsOf,
} from "@flow-catalog/events";
import { describeFlowState, type KnownValue, type UnknownValue } from "@flow-catalog/events/descriptions";
import * as State from "@flow-catalog/events/state";

export const open: OpenFlowState[] = [
  "tomorrow",
  "client_started",
  FlowState.ClientStarted,
  State.ClientStarted,
  String(Math.random()),
];
export const closed: FlowStateValue[] = ["client_started", FlowState.ClientStarted, State.ClientStarted];
export const members: FlowState[] = [FlowState.ClientStarted, State.ClientStarted];
export const strings: string[] = [...open, ...closed, ...members, ...flowStates];
export const codes: OpenEventCode[] = [7001, 7999, Number("7001")];

// @ts-expect-error: not a known state.
export const wrong: FlowStateValue = "tomorrow";
// @ts-expect-error: not a known code.
export const wrongCode: EventCodeValue = 7999;
// @ts-expect-error: a state is a string.
export const wrongType: OpenFlowState = 1;
// @ts-expect-error: the list cannot be changed.
flowStates.push(FlowState.ClientStarted);

export function narrow(value: OpenFlowState): FlowState | undefined {
  return isFlowState(value) ? value : undefined;
}

export function compare(value: OpenFlowState, member: FlowState): boolean {
  return (
    value === FlowState.ClientStarted ||
    value === State.ClientStarted ||
    value === "client_started" ||
    member === State.ClientStarted ||
    value === "tomorrow"
  );
}

export function payload(json: { context?: { state?: string | null } | null }): string {
  const state = json.context?.state;
  if (state == null) return "no state";
  return isFlowState(state) ? describeFlowState(state).title : state;
}

export const action: EventAction | undefined = actionOf(7001) ?? actionOf(Number("7"));
export const code: EventCode | undefined = codeOf("started") ?? codeOf("tomorrow");
export const actions: readonly EventAction[] = actionsOf("tomorrow");
export const reasons: readonly FlowReason[] = reasonsOf("flow_cancelled");
export const info: CatalogInfo = catalogInfo;
export const dates: (string | null)[] = info.pages.map((page) => page.published).concat(catalogVersion);

const described: KnownValue<FlowState> | UnknownValue<string> = describeFlowState("tomorrow" as string);
export const text: string = described.known ? (described.descriptions[0] ?? described.evidence.kind) : described.value;
export const successor: FlowState | undefined = described.known ? described.deprecated?.successor : undefined;
// @ts-expect-error: an unknown value has no descriptions.
export const none = described.descriptions;
