import { describeEventAction, describeFlowReason, describeFlowState } from "@flow-catalog/events/descriptions";
import type { EventDelivery } from "../delivery.ts";
import type { FlowEvent } from "../event.ts";

interface Described {
  readonly value: string;
  readonly descriptions?: readonly string[];
}

/** An event in the catalog's words, one line each. */
export function wordsFor(event: FlowEvent, warnings: EventDelivery["warnings"]): string[] {
  const { reason, state } = event.context;
  return [
    `${event.code} ${described(describeEventAction(event.action))}`,
    `  session     ${printable(event.sessionId)}`,
    ...line("attempt", event.attemptId),
    ...line("vendor data", event.vendorData),
    ...line("end-user", event.endUserId),
    ...(reason === null ? [] : [`  reason      ${described(describeFlowReason(reason))}`]),
    ...(state === null ? [] : [`  state       ${described(describeFlowState(state))}`]),
    ...warnings.map(({ code, path }) => `  warning     ${path}: ${code.replaceAll("_", " ")}`),
  ];
}

function line(name: string, value: string | null): string[] {
  return value === null ? [] : [`  ${name.padEnd(11)} ${printable(value)}`];
}

function described({ value, descriptions = ["not in the catalog"] }: Described): string {
  return `${printable(value)}: ${descriptions.map((text) => text.replace(/\s+/g, " ")).join(" / ")}`;
}

/** A text that came from outside must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
