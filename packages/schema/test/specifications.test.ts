import { Parser } from "@asyncapi/parser";
import asyncApiSchema from "@asyncapi/specs/schemas/3.0.0.json" with { type: "json" };
import { eventSchema } from "@flow-catalog/schema";
import asyncapi from "@flow-catalog/schema/asyncapi.json" with { type: "json" };
import openapi from "@flow-catalog/schema/openapi.json" with { type: "json" };
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyEvent, known, sample } from "./samples.ts";

describe("openapi.json", () => {
  it("is OpenAPI 3.1 to one that reads its schema", async () => {
    expect(openapi.openapi).toBe("3.1.0");
    expect(await new Validator().validate(structuredClone(openapi))).toEqual({ valid: true });
  });

  it("leaves a linter nothing to say, besides that a webhook has no server", async () => {
    const config = await createConfig({ extends: ["recommended-strict"] });
    const problems = await lintFromString({ source: JSON.stringify(openapi), config });
    expect(problems.map(({ ruleId }) => ruleId)).toEqual(["no-empty-servers"]);
  });

  it("is noticed by both when it is broken", async () => {
    const { responses: _, ...operation } = openapi.webhooks.event.post;
    const broken = { ...openapi, webhooks: { event: { post: { ...operation, parameters: [{ name: "x" }] } } } };
    expect((await new Validator().validate(structuredClone(broken))).valid).toBe(false);
    const config = await createConfig({ extends: ["recommended-strict"] });
    const problems = await lintFromString({ source: JSON.stringify(broken), config });
    expect(problems.map(({ ruleId }) => ruleId)).toContain("struct");
  });
});

describe("asyncapi.json", () => {
  // The published schema carries the metaschema of JSON Schema itself, so that the validator's own would be a second one.
  const options = { strict: false, meta: false, validateSchema: false, validateFormats: false } as const;
  const validate = new Ajv(options).compile(asyncApiSchema);

  it("is AsyncAPI 3 to its parser", async () => {
    const diagnostics = await new Parser().validate(JSON.stringify(asyncapi));
    // That there is a newer version is no fault.
    expect(diagnostics.map(({ code }) => code)).toEqual(["asyncapi-latest-version"]);
  });

  it("is AsyncAPI 3 to its published schema", () => {
    expect([validate(asyncapi), validate.errors]).toEqual([true, null]);
  });

  it("is noticed by both when it is broken", async () => {
    const broken = {
      ...asyncapi,
      operations: { receiveEvent: { ...asyncapi.operations.receiveEvent, action: "take" } },
    };
    expect(validate(broken)).toBe(false);
    const diagnostics = await new Parser().validate(JSON.stringify(broken));
    expect(diagnostics.some(({ severity }) => severity === 0)).toBe(true);
  });
});

describe.each(Object.entries({ openapi, asyncapi }))("%s.json", (name, document) => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false, schemas: { [name]: document } });
  const accepts = ajv.compile({ $ref: `${name}#/components/schemas/FlowEvent` });
  const tolerant = new Ajv2020({ strict: true }).compile(eventSchema);

  it("says of events what event.json says", () => {
    expect(accepts(sample)).toBe(true);
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(anyEvent, (value) => {
        const event = JSON.parse(JSON.stringify(value));
        seen.add(tolerant(event));
        expect(accepts(event)).toBe(tolerant(event));
      }),
      { numRuns: 1000 },
    );
    expect(seen.size).toBe(2);
  });

  it("has every value, and is of this version", () => {
    const { EventAction, EventCode, FlowReason, FlowState } = document.components.schemas;
    const values = [EventAction, EventCode, FlowReason, FlowState].map(({ oneOf }) => oneOf.map((each) => each.const));
    expect(values).toEqual([known.action, known.code, known.reason, known.state]);
    expect(document.info.version).toBe(eventSchema.$id.split(":").at(-2));
  });
});
