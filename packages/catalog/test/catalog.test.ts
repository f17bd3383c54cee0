import { readFileSync } from "node:fs";
import { catalog } from "@flow-catalog/catalog";
import data from "@flow-catalog/catalog/catalog.json" with { type: "json" };
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

const schema = JSON.parse(readFileSync(new URL("../catalog.schema.json", import.meta.url), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

describe("@flow-catalog/catalog", () => {
  it("is a catalog by its own schema", () => {
    expect(validate(catalog) ? [] : validate.errors).toEqual([]);
    expect(Object.keys(catalog.vocabularies).length).toBeGreaterThan(0);
  });

  it("is the same document by both of its doors", () => {
    expect(catalog).toEqual(data);
  });

  it.each([
    ["an unknown key", { ...catalog, extra: 1 }],
    ["another format", { ...catalog, format: 2 }],
    [
      "an entry without a name",
      {
        ...catalog,
        vocabularies: {
          x: { title: "X", type: "string", exports: { type: "X", list: "xs", module: "x" }, entries: [{ value: "a" }] },
        },
      },
    ],
  ])("refuses %s", (_, wrong) => {
    expect(validate(wrong)).toBe(false);
  });
});
