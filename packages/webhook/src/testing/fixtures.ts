import {
  actionOf,
  actionsOf,
  eventActions,
  eventCodes,
  flowReasons,
  flowStates,
  reasonsOf,
} from "@flow-catalog/events";
import { type EventPayload, eventPayload } from "./payload.ts";

/** A payload that carries one value of the catalog. */
export interface EventFixture {
  readonly vocabulary: "action" | "code" | "reason" | "state";
  /** The value, as the payload carries it. */
  readonly value: string | number;
  readonly payload: EventPayload;
}

/** An action that comes with a context. */
const withContext = eventActions.find((action) => reasonsOf(action).length > 0) ?? eventActions[0]!;

/** One payload for every value of the catalog: what a handler must be able to take. */
export const eventFixtures: readonly EventFixture[] = [
  ...eventActions.map((action) => fixture("action", action, { action })),
  ...eventCodes.map((code) => fixture("code", code, { code, action: actionOf(code) ?? withContext })),
  ...flowReasons.map((reason) =>
    fixture("reason", reason, { action: actionsOf(reason)[0] ?? withContext, context: { reason } }),
  ),
  ...flowStates.map((state) => fixture("state", state, { action: withContext, context: { state } })),
];

function fixture(
  vocabulary: EventFixture["vocabulary"],
  value: string | number,
  members: Partial<EventPayload>,
): EventFixture {
  return { vocabulary, value, payload: eventPayload(members) };
}
