import { type Catalog, catalog } from "@flow-catalog/catalog";
import fc from "fast-check";

const valuesOf = (id: string) => ((catalog as Catalog).vocabularies[id]?.entries ?? []).map((entry) => entry.value);

/** Every value of the catalog. */
export const known = {
  action: valuesOf("event"),
  code: ((catalog as Catalog).vocabularies.event?.entries ?? []).flatMap((entry) => entry.attributes?.code ?? []),
  reason: valuesOf("reason"),
  state: valuesOf("state"),
};

/** An event as the documentation shows it. */
export const sample = {
  id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
  feature: "selfid",
  code: 7007,
  action: "waiting_complete",
  context: { reason: "final_decision_received" },
  vendorData: "QWE123",
  endUserId: "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4",
};

const strange = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(null, true, {}, [], "__proto__", ""),
);
/** Events of which about one part in `odds` is not as documented. */
function events(odds: number) {
  const mostly = (usual: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: odds, arbitrary: usual }, { weight: 1, arbitrary: strange });
  const value = (values: readonly unknown[]) => mostly(fc.constantFrom(...values));
  const text = mostly(fc.string({ unit: "grapheme", maxLength: 1020 }));
  const context = fc.record({ reason: value(known.reason), state: value(known.state) }, { requiredKeys: [] });
  const documented = fc.record(
    {
      id: mostly(fc.uuid()),
      attemptId: mostly(fc.uuid()),
      feature: value(["selfid"]),
      code: value(known.code),
      action: value(known.action),
      context: mostly(context),
      vendorData: text,
      endUserId: mostly(fc.uuid()),
    },
    { requiredKeys: ["id", "feature", "code", "action"] },
  );
  const more = fc.dictionary(fc.string(), strange, { minKeys: 1, maxKeys: 2 });
  return fc.oneof(
    { weight: odds, arbitrary: documented },
    { weight: 1, arbitrary: fc.tuple(documented, more).map(([event, others]) => ({ ...others, ...event })) },
  );
}

/** Known events, tomorrow's events, broken ones, and anything else. */
export const anyEvent = fc.oneof(events(20), events(2), fc.jsonValue());

/** An event as documented: strict enough for any schema. */
const documented = fc.record(
  {
    id: fc.uuid(),
    attemptId: fc.uuid(),
    feature: fc.constant("selfid"),
    code: fc.constantFrom(...known.code),
    action: fc.constantFrom(...known.action),
    context: fc.option(
      fc.record(
        { reason: fc.option(fc.constantFrom(...known.reason)), state: fc.option(fc.constantFrom(...known.state)) },
        { requiredKeys: [] },
      ),
    ),
    vendorData: fc.option(fc.string({ unit: "grapheme", maxLength: 100 })),
    endUserId: fc.option(fc.uuid()),
  },
  { requiredKeys: ["id", "feature", "code", "action"] },
);

type Json = Record<string, unknown>;
const properties = ["id", "attemptId", "feature", "code", "action", "context", "vendorData", "endUserId"] as const;
const odd = fc.oneof(strange, fc.constantFrom(7003, 7007.5, -0, "7007", "tomorrow", "x".repeat(1001), known.state[0]));

/** One thing done to an event that may make it wrong. */
const mutation: fc.Arbitrary<(event: Json) => Json> = fc.oneof(
  fc.constantFrom(...properties).map(
    (name) =>
      ({ [name]: _, ...event }: Json) =>
        event,
  ),
  fc.tuple(fc.constantFrom(...properties), odd).map(([name, value]) => (event: Json) => ({ ...event, [name]: value })),
  fc.tuple(fc.string(), odd).map(([name, value]) => (event: Json) => ({ [name]: value, ...event })),
  fc.tuple(fc.constantFrom("reason", "state", "screen"), odd).map(([name, value]) => (event: Json) => ({
    ...event,
    context: { ...(event.context as object), [name]: value },
  })),
);

/** Documented events, as they are or with up to two things done to them. */
export const mutatedEvent: fc.Arbitrary<unknown> = fc
  .tuple(documented, fc.array(mutation, { maxLength: 2 }))
  .map(([event, mutations]) => {
    const mutated = mutations.reduce<Json>((changed, mutate) => mutate(changed), event);
    return JSON.parse(JSON.stringify(mutated)) as unknown;
  });
