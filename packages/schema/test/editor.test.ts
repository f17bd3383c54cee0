import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { eventSchema } from "@flow-catalog/schema";
import { describe, expect, it } from "vitest";
import { getLanguageService, type JSONSchema, MarkupKind, TextDocument } from "vscode-json-languageservice";
import { known, sample } from "./samples.ts";

/** The language service of VS Code, with the schema for every JSON file. */
function editor(name: string) {
  const path = fileURLToPath(import.meta.resolve(`@flow-catalog/schema/${name}.json`));
  const schema = JSON.parse(readFileSync(path, "utf8")) as JSONSchema;
  const service = getLanguageService({
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: [MarkupKind.PlainText] } },
        hover: { contentFormat: [MarkupKind.PlainText] },
      },
    },
  });
  service.configure({ validate: true, schemas: [{ uri: `test:${name}`, fileMatch: ["*.json"], schema }] });
  const open = (text: string) => {
    const document = TextDocument.create("file:///event.json", "json", 1, text);
    return { document, json: service.parseJSONDocument(document) };
  };
  return {
    /** What is offered at the caret, `|`. */
    async complete(text: string) {
      const { document, json } = open(text.replace("|", ""));
      const list = await service.doComplete(document, document.positionAt(text.indexOf("|")), json);
      return new Map(list?.items.map(({ label, documentation }) => [JSON.parse(label) as unknown, documentation]));
    },
    /** What is shown when pointing at the caret, which is Markdown whatever was asked for. */
    async hover(text: string) {
      const { document, json } = open(text.replace("|", ""));
      const hover = await service.doHover(document, document.positionAt(text.indexOf("|")), json);
      return [hover?.contents].flat().join("\n").replace(/\\(.)/gs, "$1");
    },
    async problems(text: string) {
      const { document, json } = open(text);
      return (await service.doValidation(document, json)).map(({ message }) => message);
    },
  };
}

const described = Object.entries(
  eventSchema.$defs as Record<string, { oneOf: { const: unknown; description: string }[] }>,
);
const folded = (text: unknown) => String(text).replace(/\s+/g, " ").trim();

describe.each(["event", "event.strict"])("VS Code with %s.json", (name) => {
  const { complete, hover, problems } = editor(name);

  it.each(described)("offers every value of %s with its description, and shows it", async (module, { oneOf }) => {
    expect(oneOf.map((each) => each.const)).toEqual(known[module as keyof typeof known]);
    const inEvent = (value: string) =>
      module === "reason" || module === "state" ? `{"context":{"${module}":${value}}}` : `{"${module}":${value}}`;
    const offered = await complete(inEvent("|"));
    for (const { const: value, description } of oneOf) {
      expect(folded(offered.get(value))).toBe(folded(description));
      const shown = await hover(inEvent(`|${JSON.stringify(value)}`));
      expect(folded(shown)).toContain(folded(description));
    }
  });

  it("finds nothing wrong with an event as documented", async () => {
    expect(await problems(JSON.stringify(sample))).toEqual([]);
  });

  it("takes tomorrow's value for wrong only where it is strict", async () => {
    const found = await problems(JSON.stringify({ ...sample, action: "tomorrow" }));
    expect(found.length > 0).toBe(name === "event.strict");
  });
});
