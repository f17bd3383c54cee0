import { codeOf, eventActions, eventCodes, flowReasons, flowStates, reasonsOf } from "@flow-catalog/events";
import * as fc from "fast-check";
import type { EventPayload } from "./payload.ts";

/**
 * Payloads as documented: known actions with their codes, known reasons and states, and every optional member there,
 * null or absent.
 */
export function documentedPayload(): fc.Arbitrary<EventPayload> {
  return fc.constantFrom(...eventActions).chain((action) => {
    const context = fc.record(
      { reason: nullable(fc.constantFrom(...flowReasons)), state: nullable(fc.constantFrom(...flowStates)) },
      { requiredKeys: [] },
    );
    return fc.record(
      {
        id: fc.uuid(),
        attemptId: fc.uuid(),
        feature: fc.constant("selfid"),
        code: fc.constant(codeOf(action) ?? eventCodes[0]!),
        action: fc.constant(action),
        vendorData: nullable(fc.string({ maxLength: 1_000 })),
        endUserId: nullable(fc.uuid()),
        ...(reasonsOf(action).length > 0 ? { context: nullable(context) } : {}),
      },
      { requiredKeys: ["id", "code", "action"] },
    );
  });
}

/**
 * Payloads of a later catalog: any action, code, reason and state, known or not, in any combination, with further
 * members and another order.
 */
export function futurePayload(): fc.Arbitrary<EventPayload> {
  const context = fc.record(
    { reason: nullable(value(flowReasons)), state: nullable(value(flowStates)) },
    { requiredKeys: [] },
  );
  const members = fc.record(
    {
      id: fc.uuid(),
      attemptId: nullable(fc.uuid()),
      feature: nullable(fc.string()),
      code: fc.oneof(fc.constantFrom(...eventCodes), fc.integer({ min: 7_000, max: 9_999 })),
      action: value(eventActions),
      context: nullable(fc.tuple(further(), context).map(([more, known]) => ({ ...more, ...known }))),
      vendorData: nullable(fc.string({ maxLength: 1_000 })),
      endUserId: nullable(fc.uuid()),
    },
    { requiredKeys: ["id", "code", "action"] },
  );
  return fc
    .tuple(further(), members)
    .map(([more, known]) => Object.entries({ ...more, ...known }))
    .chain((entries) => fc.shuffledSubarray(entries, { minLength: entries.length }))
    .map((entries) => Object.fromEntries(entries) as EventPayload);
}

/** A value of a vocabulary, or one that it may have some day. */
function value(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[a-z]{2,9}(_[a-z0-9]{2,9}){1,3}$/));
}

/** Members that nobody has heard of yet. They are named so that they cannot be mistaken for one that is known. */
function further(): fc.Arbitrary<Record<string, fc.JsonValue>> {
  return fc.dictionary(fc.stringMatching(/^new[A-Z][a-z]{0,9}$/), fc.jsonValue(), { maxKeys: 4 });
}

function nullable<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(arbitrary, { nil: null });
}
