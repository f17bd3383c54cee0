import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { type EmitInput, emitterById } from "../src/index.ts";
import { byTypeScript } from "./support/run.ts";

const folder = join(import.meta.dirname, "fixtures");

async function schemasOf(name: string): Promise<Record<string, { $id: string; oneOf?: { const: unknown }[] }>> {
  const input = JSON.parse(readFileSync(join(folder, name, "input.json"), "utf8")) as EmitInput;
  const files = await emitterById("json-schema")!.emit(input);
  return Object.fromEntries(files.map(({ path, text }) => [path, JSON.parse(text)]));
}

describe.each(readdirSync(folder))("the schemas of %s", (name) => {
  it("are accepted by a strict validator, all in one, each by itself", async () => {
    const schemas = await schemasOf(name);
    const together = new Ajv2020({ strict: true, allErrors: true, validateSchema: true });
    for (const schema of Object.values(schemas)) together.addSchema(schema);
    for (const schema of Object.values(schemas)) {
      expect(together.getSchema(schema.$id)).toBeTypeOf("function");
      const validate = new Ajv2020({ strict: true }).compile(schema);
      for (const { const: value } of schema.oneOf ?? []) expect(validate(value)).toBe(true);
      if (schema.oneOf) expect(validate("something else")).toBe(false);
    }
  });

  it("are the same as TypeScript constants", async () => {
    const input = JSON.parse(readFileSync(join(folder, name, "input.json"), "utf8")) as EmitInput;
    const [file] = await emitterById("json-schema-typescript")!.emit(input);
    const constants = await byTypeScript(file?.text ?? "");
    const values = (all: object) =>
      Object.values(all)
        .map((each) => JSON.stringify(each))
        .sort();
    expect(values(constants)).toEqual(values(await schemasOf(name)));
  });
});

describe("a document", async () => {
  const schemas = await schemasOf("history");
  const tolerant = new Ajv2020({ strict: true }).compile(schemas["parcel.json"]!);
  const strict = new Ajv2020({ strict: true }).compile(schemas["parcel.strict.json"]!);
  const known = { status: "lost", code: 99, steps: [{ status: "on_its_way", at: null }], size: "s", kind: "box" };

  it.each([
    ["known values", known, true, true],
    ["a value that is no longer documented", { ...known, status: "vanished" }, true, true],
    ["null where it may be", { ...known, cause: null }, true, true],
    ["an unknown value", { ...known, status: "teleported" }, true, false],
    ["an unknown number", { ...known, code: 7 }, true, false],
    ["an unknown value deep inside", { ...known, steps: [{ status: "teleported" }] }, true, false],
    ["an unknown property", { ...known, colour: "red" }, true, false],
    ["an unknown property deep inside", { ...known, steps: [{ status: "lost", colour: "red" }] }, true, false],
    ["a value out of its limits", { ...known, "weight-g": 0 }, true, false],
    ["another constant", { ...known, kind: "crate" }, true, false],
    ["a value of another type", { ...known, status: 1 }, false, false],
    ["a number that is not whole", { ...known, code: 9.5 }, false, false],
    ["null where it may not be", { ...known, status: null }, false, false],
    ["a required property left out", { status: "lost", code: 99 }, false, false],
    ["something that is no object", "lost", false, false],
  ])("with %s", (_, document, tolerated, accepted) => {
    expect(tolerant(document)).toBe(tolerated);
    expect(strict(document)).toBe(accepted);
  });
});
