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
const withContext = eventActions.find((action) => reasonsOf(action).length > 0);

/** One payload for every value of the catalog: what a handler must be able to take. */
export const eventFixtures: readonly EventFixture[] = [
  ...eventActions.map((value) => fixture("action", value, { action: value })),
  ...eventCodes.map((value) => fixture("code", value, { code: value, action: actionOf(value) })),
  ...flowReasons.map((value) =>
    fixture("reason", value, { action: actionsOf(value)[0] ?? withContext, context: { reason: value } }),
  ),
  ...flowStates.map((value) => fixture("state", value, { action: withContext, context: { state: value } })),
];

function fixture(
  vocabulary: EventFixture["vocabulary"],
  value: string | number,
  { action, ...members }: { readonly [Name in keyof EventPayload]?: EventPayload[Name] | undefined },
): EventFixture {
  return { vocabulary, value, payload: eventPayload({ ...members, ...(action === undefined ? {} : { action }) }) };
}
