import type { Catalog, Vocabulary } from "@flow-catalog/catalog";
import { describe, expect, it } from "vitest";
import { EmitError, type EmitInput, emitterById, emitters } from "../src/index.ts";
import { camelCase, unionType } from "../src/names.ts";
import { wrap } from "../src/wrap.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";

const plain = vocabulary("Thing", [entry("a", "A")]);

function withExports(exports: Partial<Vocabulary["exports"]>, more: Partial<Vocabulary> = {}): Catalog {
  return catalogOf({ thing: { ...plain, exports: { ...plain.exports, ...exports }, ...more } });
}

async function problems(given: EmitInput, id = "typescript"): Promise<readonly string[]> {
  try {
    await emitterById(id)?.emit(given);
  } catch (error) {
    if (error instanceof EmitError) return error.problems;
    throw error;
  }
  return [];
}

describe("exported names", () => {
  it.each([
    [
      "a name that is no identifier",
      withExports({ list: "1st" }),
      ['vocabulary "thing" asks for an export named "1st", which is not an identifier.'],
    ],
    [
      "a reserved word",
      withExports({ list: "class" }),
      ['vocabulary "thing" asks for an export named "class", which is not an identifier.'],
    ],
    [
      "a name of the language",
      withExports({ type: "Set" }),
      ['vocabulary "thing" asks for an export named Set, a name that is taken.'],
    ],
    [
      "a name of the information",
      withExports({ list: "catalogInfo" }),
      [
        'vocabulary "thing" and the catalog\'s information both ask for an export named catalogInfo: rename one in "exports".',
      ],
    ],
    [
      "a module that is no file name",
      withExports({ module: "../thing" }),
      ['vocabulary "thing" asks for a module named "../thing": use letters, digits, "-", "_" and inner dots.'],
    ],
    [
      "two of a module on a disk that folds case",
      catalogOf({ thing: plain, other: { ...plain, exports: { type: "Other", list: "others", module: "THING" } } }),
      ['vocabulary "other" and vocabulary "thing" both ask for a module named THING: rename one in "exports".'],
    ],
    [
      "a lookup named like a list",
      withExports({}, { relations: { thing: { to: "things" } } }),
      [
        'the lookup from vocabulary "thing" to vocabulary "thing" and vocabulary "thing" both ask for an export named things: rename one in "exports".',
      ],
    ],
  ])("cannot be %s", async (_, catalog, expected) => {
    expect(await problems(input(catalog))).toEqual(expected);
  });

  it("are all reported at once", async () => {
    expect((await problems(input(withExports({ type: "1", list: "2" })))).length).toBe(4);
  });

  it.each(["", "a b", "class", "__proto__", "1st"])(
    "that the compiler made wrong are a fault of ours: %j",
    async (name) => {
      const catalog = catalogOf({ thing: vocabulary("Thing", [entry("a", name)]) });
      await expect(problems(input(catalog))).rejects.toThrow(/Not an identifier/);
    },
  );
});

describe("options of the schemas", () => {
  const catalog = catalogOf({ thing: plain });

  it.each([
    [{ id: 7 }, ['The option id is 7; it has to be the beginning of a URI, such as "urn:example".']],
    [{ other: 1 }, ['json-schema takes the options id and documents, not "other".']],
    [{ documents: [] }, ["The option documents has to be an object of documents by name."]],
    [
      { documents: { "a/b": 1 } },
      [
        'The document "a/b" needs a name of letters, digits, "-" and "_": it names a file.',
        'The document "a/b" has to be an object with type, title and schema.',
      ],
    ],
    [
      { documents: { a: { description: 1, schema: [] } } },
      [
        'The document "a" needs a type: the name of its TypeScript type.',
        'The document "a" needs a title.',
        'The document "a" has a description that is no text.',
        'The document "a" needs a schema whose type is "object".',
      ],
    ],
    [
      {
        documents: {
          a: { type: "A", title: "A", schema: { type: "object", properties: { x: { $vocabulary: "nothing" } } } },
        },
      },
      [
        'A document has {"$vocabulary":"nothing"}, which the catalog does not enumerate; it has {"$vocabulary":"thing"}.',
      ],
    ],
    [
      { documents: { thing: { type: "A", title: "A", schema: { type: "object" } } } },
      ["Two schemas would be written to thing.json: rename the document, or the vocabulary's module."],
    ],
  ])("are refused with what is wrong: %j", async (options, expected) => {
    expect(await problems(input(catalog, options), "json-schema")).toEqual(expected);
    expect(await problems(input(catalog, options), "json-schema-typescript")).toEqual(expected);
  });
});

describe("names", () => {
  it("are made in camelCase", () => {
    expect(["db-client.state", "State", "event.strict", "a_b"].map(camelCase)).toEqual([
      "dbClientState",
      "state",
      "eventStrict",
      "aB",
    ]);
  });

  it("make unions that a new value changes by one line", () => {
    expect([[], ["1"], ["1", "2"]].map(unionType)).toEqual(["never", "1", "\n| 1\n| 2"]);
  });

  it("are wrapped with their sentence", () => {
    expect(wrap(`${"word ".repeat(22)}end`)).toEqual(["word ".repeat(22).trim(), "end"]);
  });
});

describe("emitters", () => {
  it("are found by their ids, which are all different", () => {
    expect(emitters.map(({ id }) => id)).toEqual([
      "typescript",
      "json-schema",
      "json-schema-typescript",
      "openapi",
      "asyncapi",
      "csv",
      "markdown",
      "markdown-values",
    ]);
    for (const emitter of emitters) expect(emitterById(emitter.id)).toBe(emitter);
    expect(emitterById("none")).toBeUndefined();
  });
});
