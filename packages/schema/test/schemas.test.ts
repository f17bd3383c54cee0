import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@cfworker/json-schema";
import { catalog } from "@flow-catalog/catalog";
import { isEventAction, isEventCode, isFlowReason, isFlowState } from "@flow-catalog/events";
import * as constants from "@flow-catalog/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEvent, known, sample } from "./samples.ts";

const { actionSchema, codeSchema, eventSchema, eventStrictSchema, reasonSchema, stateSchema } = constants;
const folder = join(import.meta.dirname, "../schemas");
const files = Object.fromEntries(
  readdirSync(folder).map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8"))]),
);

/** The verdicts of two validators that share no code. */
function validators(schema: object): { ajv(value: unknown): boolean; other(value: unknown): boolean } {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
  const validator = new Validator(structuredClone(schema), "2020-12");
  return { ajv: (value) => validate(value), other: (value) => validator.validate(value).valid };
}

describe("the files", () => {
  it("are the constants", () => {
    const byId = (schemas: object[]) =>
      Object.fromEntries(schemas.map((schema) => [(schema as { $id: string }).$id, schema]));
    expect(Object.keys(files).sort()).toEqual([
      "action.json",
      "code.json",
      "event.json",
      "event.strict.json",
      "reason.json",
      "state.json",
    ]);
    expect(byId(Object.values(constants))).toEqual(byId(Object.values(files)));
  });

  it("are found by their subpaths", async () => {
    const state = await import("@flow-catalog/schema/state.json", { with: { type: "json" } });
    const strict = await import("@flow-catalog/schema/event.strict.json", { with: { type: "json" } });
    expect(state.default).toEqual(stateSchema);
    expect(strict.default).toEqual(eventStrictSchema);
  });

  it("name the version they belong to, each another", () => {
    const version = eventSchema.$id.split(":").at(-2);
    expect(
      Object.values(files)
        .map((schema) => schema.$id)
        .sort(),
    ).toEqual(
      ["action", "code", "event", "event.strict", "reason", "state"].map(
        (name) => `urn:flow-catalog:${version}:${name}`,
      ),
    );
  });

  it("work together in one strict validator", () => {
    const ajv = new Ajv2020({ strict: true, schemas: Object.values(files) });
    for (const [name, schema] of Object.entries(files)) {
      expect(ajv.getSchema(schema.$id)?.(sample), name).toBe(name.startsWith("event"));
    }
  });
});

describe.each([
  { name: "action", schema: actionSchema, values: known.action, guard: isEventAction },
  { name: "code", schema: codeSchema, values: known.code, guard: isEventCode },
  { name: "reason", schema: reasonSchema, values: known.reason, guard: isFlowReason },
  { name: "state", schema: stateSchema, values: known.state, guard: isFlowState },
])("the schema of $name", ({ schema, values, guard }) => {
  const { ajv, other } = validators(schema);

  it("has every value with its words", () => {
    expect(schema.oneOf.map((each) => each.const)).toEqual(values);
    expect(values.length).toBeGreaterThan(5);
    const vocabularies = Object.values(catalog.vocabularies);
    for (const { const: value, title, description = "" } of schema.oneOf) {
      const entries = vocabularies.flatMap((vocabulary) => vocabulary.entries);
      const same = entries.filter(
        (entry) => [entry.value, entry.attributes?.code].includes(value) && entry.title === title,
      );
      expect(same.some((entry) => entry.descriptions.every(({ text }) => description.includes(text)))).toBe(true);
    }
  });

  it("accepts exactly what the guard accepts", () => {
    for (const value of values) expect([ajv(value), other(value), guard(value)]).toEqual([true, true, true]);
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([ajv(value), other(value)]).toEqual([guard(value), guard(value)]);
      }),
    );
  });
});

describe("the schema of an event", () => {
  const tolerant = validators(eventSchema);
  const strict = validators(eventStrictSchema);
  const verdicts = (event: unknown) => ({ tolerant: tolerant.ajv(event), strict: strict.ajv(event) });
  const { attemptId: _, ...old } = sample;

  it.each([
    ["the documented sample", sample, true],
    ["an old event without an attempt", old, true],
    ["no context", { ...sample, context: undefined }, true],
    ["a null context", { ...sample, context: null }, true],
    ["nulls in the context", { ...sample, context: { reason: null, state: null } }, true],
    ["null texts", { ...sample, vendorData: null, endUserId: null }, true],
    ["upper-case identifiers", { ...sample, id: sample.id.toUpperCase() }, true],
    ["long vendor data", { ...sample, vendorData: "x".repeat(1001) }, false],
    ["tomorrow's code", { ...sample, code: 7011 }, false],
    ["tomorrow's action", { ...sample, action: "tomorrow" }, false],
    ["tomorrow's reason", { ...sample, context: { reason: "tomorrow" } }, false],
    ["tomorrow's state", { ...sample, context: { state: "tomorrow" } }, false],
    ["a new property", { ...sample, sentAt: 1 }, false],
    ["a new property of the context", { ...sample, context: { screen: 1 } }, false],
  ])("tolerates %s", (_, event, accepted) => {
    expect(verdicts(JSON.parse(JSON.stringify(event)))).toEqual({ tolerant: true, strict: accepted });
  });

  it.each([
    ["nothing", undefined],
    ["a text", "event"],
    ["a list", [sample]],
    ["a code as text", { ...sample, code: "7007" }],
    ["a fractional code", { ...sample, code: 7007.5 }],
    ["a numeric action", { ...sample, action: 7007 }],
    ["no id", { ...sample, id: undefined }],
    ["a decision", { status: "success", verification: { id: sample.id, code: 9001 } }],
  ])("refuses %s", (_, event) => {
    expect(verdicts(event === undefined ? null : JSON.parse(JSON.stringify(event)))).toEqual({
      tolerant: false,
      strict: false,
    });
  });

  it("is the wider where it is tolerant", () => {
    const seen = { tolerant: 0, strict: 0, refused: 0 };
    fc.assert(
      fc.property(anyEvent, (value) => {
        const event = JSON.parse(JSON.stringify(value));
        const verdict = verdicts(event);
        if (verdict.strict) expect(verdict.tolerant).toBe(true);
        seen[verdict.strict ? "strict" : verdict.tolerant ? "tolerant" : "refused"]++;
      }),
      { numRuns: 2000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
