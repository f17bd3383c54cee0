import { asSchema } from "@ai-sdk/provider-utils";
import * as events from "@flow-catalog/events";
import * as schemas from "@flow-catalog/events/standard";
import { call, ORPCError, os } from "@orpc/server";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { createEnv } from "@t3-oss/env-core";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";

const { flowStateSchema, openFlowStateSchema, eventCodeSchema, openEventCodeSchema } = schemas;

/** Both forms of every vocabulary, and what they must say of a value. */
const all = [
  [schemas.eventActionSchema, schemas.openEventActionSchema, events.isEventAction, events.eventActions, "string"],
  [schemas.eventCodeSchema, schemas.openEventCodeSchema, events.isEventCode, events.eventCodes, "integer"],
  [schemas.flowReasonSchema, schemas.openFlowReasonSchema, events.isFlowReason, events.flowReasons, "string"],
  [schemas.flowStateSchema, schemas.openFlowStateSchema, events.isFlowState, events.flowStates, "string"],
] as const;
const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });

describe.each(all)("a vocabulary", (closed, open, guard, values, type) => {
  const fits = (value: unknown) => (type === "integer" ? Number.isInteger(value) : typeof value === "string");
  const verdict = (schema: StandardSchemaV1, value: unknown) => {
    const result = schema["~standard"].validate(value);
    if (result instanceof Promise) throw new Error("Nothing to wait for");
    if (result.issues === undefined) expect(Object.is(result.value, value)).toBe(true);
    else expect(result.issues).toEqual([{ message: expect.stringMatching(/^Expected /) }]);
    return result.issues === undefined;
  };

  it("is a Standard Schema with its JSON Schema side", () => {
    for (const schema of [closed, open] satisfies (StandardSchemaV1 & StandardJSONSchemaV1)[]) {
      expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "flow-catalog" });
      expect(Object.keys(schema["~standard"])).not.toContain("types");
    }
  });

  it("takes known values closed, and any of its type open", () => {
    for (const value of values) expect([verdict(closed, value), verdict(open, value)]).toEqual([true, true]);
    fc.assert(
      fc.property(fc.oneof(anything, fc.string(), fc.integer(), fc.double()), (value) => {
        expect([verdict(closed, value), verdict(open, value)]).toEqual([guard(value), fits(value)]);
      }),
    );
  });

  it.each([
    ["draft-2020-12", new Ajv2020({ strict: true })],
    ["draft-07", new Ajv({ strict: true })],
    ["openapi-3.0", new Ajv({ strict: true })],
  ])("means the same as JSON Schema: %s", (target, ajv) => {
    for (const [schema, expected] of [
      [closed, guard],
      [open, fits],
    ] as const) {
      const { input, output } = schema["~standard"].jsonSchema;
      expect(output({ target })).toEqual(input({ target }));
      const json = input({ target });
      expect(json.$schema === undefined).toBe(target === "openapi-3.0");
      const validate = ajv.compile(json);
      for (const value of values) expect(validate(value)).toBe(true);
      fc.assert(fc.property(fc.jsonValue(), (value) => validate(value) === expected(value)));
    }
  });

  it("gives a JSON Schema of its reader's own, and none for a target that it does not know", () => {
    const { input } = closed["~standard"].jsonSchema;
    (input({ target: "draft-07" }).enum as unknown[]).length = 0;
    expect(input({ target: "draft-07" }).enum).toEqual(values);
    expect(() => input({ target: "draft-03" })).toThrow('No JSON Schema for the target "draft-03"');
  });
});

describe("types", () => {
  it("are inferred by the standard's own means", () => {
    type Closed = typeof flowStateSchema;
    expectTypeOf<StandardSchemaV1.InferInput<Closed>>().toEqualTypeOf<events.FlowStateValue>();
    expectTypeOf<StandardSchemaV1.InferOutput<Closed>>().toEqualTypeOf<events.FlowState>();
    expectTypeOf<StandardJSONSchemaV1.InferOutput<Closed>>().toEqualTypeOf<events.FlowState>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof openFlowStateSchema>>().toEqualTypeOf<events.OpenFlowState>();
    expectTypeOf<StandardSchemaV1.InferOutput<typeof openEventCodeSchema>>().toEqualTypeOf<events.OpenEventCode>();
  });
});

describe("a form (TanStack Form)", () => {
  it("says what is wrong with a field until it is right", () => {
    const form = new FormApi({ defaultValues: { state: "" } });
    const field = new FieldApi({ form, name: "state", validators: { onChange: flowStateSchema } });
    form.mount();
    field.mount();
    field.setValue("tomorrow");
    expect(field.state.meta.errors).toEqual([{ message: expect.stringContaining("client_started, ") }]);
    expect(form.state.canSubmit).toBe(false);
    field.setValue("client_started");
    expect(field.state.meta.errors).toEqual([]);
    expect(form.state.canSubmit).toBe(true);
  });

  it("keeps a value that is not known yet where the vocabulary is open", () => {
    const form = new FormApi({ defaultValues: { state: "" } });
    const field = new FieldApi({ form, name: "state", validators: { onChange: openFlowStateSchema } });
    form.mount();
    field.mount();
    field.setValue("tomorrow");
    expect(field.state.meta.errors).toEqual([]);
  });
});

describe("a procedure (oRPC)", () => {
  const action = os
    .input(eventCodeSchema)
    .output(schemas.eventActionSchema)
    .handler(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<events.EventCode>();
      return events.actionOf(input) ?? "started";
    });

  it("takes and gives known values", async () => {
    const given = await call(action, 7007);
    expectTypeOf(given).toEqualTypeOf<events.EventAction>();
    expect(given).toBe("waiting_complete");
  });

  it("refuses others with what is wrong", async () => {
    const error = await call(action, 7003 as events.EventCodeValue).catch((caught) => caught);
    expect(error).toBeInstanceOf(ORPCError);
    expect(error.code).toBe("BAD_REQUEST");
    expect(error.data.issues).toEqual([{ message: "Expected a known value: 7001, 7002, 7007, 7008, 7009, 7010" }]);
  });
});

describe("the environment (t3-env)", () => {
  const read = (runtimeEnv: Record<string, string | undefined>) =>
    createEnv({ server: { STOP_AT: flowStateSchema, LAST_SEEN: openFlowStateSchema }, runtimeEnv, onValidationError });
  const onValidationError = (issues: readonly StandardSchemaV1.Issue[]): never => {
    throw new Error(issues.map(({ message, path }) => `${path?.join(".")}: ${message}`).join("\n"));
  };

  it("is typed by the vocabularies", () => {
    const env = read({ STOP_AT: "error_screen_shown", LAST_SEEN: "tomorrow" });
    expectTypeOf(env.STOP_AT).toEqualTypeOf<events.FlowState>();
    expect(env.STOP_AT === events.FlowState.ErrorScreenShown).toBe(true);
    expect(env.LAST_SEEN).toBe("tomorrow");
  });

  it("is refused where a value is not known", () => {
    expect(() => read({ STOP_AT: "tomorrow", LAST_SEEN: "tomorrow" })).toThrow(/^STOP_AT: Expected a known value: /);
    expect(() => read({ STOP_AT: "client_started" })).toThrow("LAST_SEEN: Expected text");
  });
});

describe("a tool for a language model (AI SDK)", () => {
  it("is offered the values by JSON Schema, and what it answers is checked", async () => {
    const schema = asSchema(flowStateSchema);
    expect(await schema.jsonSchema).toMatchObject({ type: "string", enum: [...events.flowStates] });
    expect(await schema.validate?.("client_started")).toEqual({ success: true, value: "client_started" });
    expect(await schema.validate?.("tomorrow")).toMatchObject({ success: false });
  });
});
