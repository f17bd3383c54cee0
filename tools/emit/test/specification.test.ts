import { Parser } from "@asyncapi/parser";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { EmitError, type EmitInput, emitterById } from "../src/index.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";
import { fixtureInput, fixtureNames } from "./support/fixtures.ts";

const emitJson = async (id: string, given: EmitInput) => JSON.parse((await emitterById(id)!.emit(given))[0]!.text);

describe.each(fixtureNames)("the specifications of %s", (name) => {
  it("are OpenAPI", async () => {
    const document = await emitJson("openapi", fixtureInput(name, "openapi"));
    expect(await new Validator().validate(document)).toEqual({ valid: true });
  });

  it("are AsyncAPI", async () => {
    const document = await emitJson("asyncapi", fixtureInput(name, "asyncapi"));
    const diagnostics = await new Parser().validate(JSON.stringify(document));
    // 0 is an error. What is recommended and missing here, such as tags, is no fault of a fixture.
    expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
  });
});

describe("a document in a specification", () => {
  const thing = vocabulary("Thing", [entry("a", "A")]);
  const documents = {
    box: {
      type: "Box",
      title: "Box",
      schema: {
        type: "object",
        properties: {
          thing: { $vocabulary: "thing", nullable: true, description: "What is in it." },
          inner: { $ref: "#" },
          size: { $ref: "#/$defs/size" },
        },
        $defs: { size: { type: "integer" } },
      },
    },
  };

  it.each(["openapi", "asyncapi"])("refers to itself where it stands, and stays open: %s", async (id) => {
    const { components } = await emitJson(id, input(catalogOf({ thing }), { documents }));
    const { properties } = components.schemas.Box;
    expect(properties.inner).toEqual({ $ref: "#/components/schemas/Box" });
    expect(properties.size).toEqual({ $ref: "#/components/schemas/Box/$defs/size" });
    expect(properties.thing.description).toBe("What is in it.");
    expect(properties.thing.anyOf.map((each: { $ref?: string; type?: string }) => each.$ref ?? each.type)).toEqual([
      "#/components/schemas/Thing",
      "string",
      "null",
    ]);
  });
});

describe("options of the specifications", () => {
  const catalog = catalogOf({ thing: vocabulary("Thing", [entry("a", "A")]) });
  const document = { type: "Box", title: "Box", schema: { type: "object" } };
  const webhook = { document: "box", title: "A box", responses: { "200": "Received" } };

  it.each<[string, Record<string, unknown>, string[]]>([
    [
      "everything that is wrong with a webhook",
      { documents: { box: document }, webhooks: { boxes: { document: "box", responses: {}, headers: { "X-A": {} } } } },
      [
        'The option webhooks.boxes.title is wrong: Invalid key: Expected "title" but received undefined.',
        "The option webhooks.boxes.headers.X-A is wrong: Expected a header's name in lower case.",
        "The option webhooks.boxes.responses is wrong: Expected at least one answer.",
      ],
    ],
    [
      "a status that is none",
      { documents: { box: document }, webhooks: { boxes: { ...webhook, responses: { "2xx": "Received" } } } },
      ['The option webhooks.boxes.responses.2xx is wrong: Expected a status code such as 200 or 4XX, or "default".'],
    ],
    [
      "a document that is not there",
      { documents: { box: document }, webhooks: { boxes: { ...webhook, document: "crate" } } },
      ['The webhook "boxes" has the document "crate"; the documents are "box".'],
    ],
    ["a document that is none", { documents: { box: 1 } }, [expect.stringContaining('The document "box"')]],
    [
      "names that collide",
      {
        documents: {
          box: { ...document, type: "Thing", schema: { type: "object", properties: { a: { $vocabulary: "thing" } } } },
        },
      },
      ["Two schemas would be named Thing: rename a document or a vocabulary."],
    ],
    [
      "a name that is none",
      { documents: { box: { ...document, type: "A box" } } },
      ['A schema cannot be named "A box".'],
    ],
    [
      "what they do not take",
      { id: "urn:a" },
      ['The option id is wrong: Invalid key: Expected never but received "id".'],
    ],
  ])("are refused with what is wrong: %s", (_, options, problems) => {
    for (const id of ["openapi", "asyncapi"]) {
      let error: unknown;
      try {
        emitterById(id)!.emit(input(catalog, options));
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(EmitError);
      expect((error as EmitError).problems).toEqual(expect.arrayContaining(problems));
    }
  });
});
