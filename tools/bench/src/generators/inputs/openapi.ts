import type { Vocabulary } from "../vocabulary.ts";

/** Which way of describing values a tool reads: extensions beside `enum`, or one `const` for each value. */
export type Style = "x-enum-descriptions" | "oneOf";

/** The vocabularies as components of OpenAPI 3.1, each used by an operation, as a tool may leave out what is unused. */
export function openapi(vocabularies: readonly Vocabulary[], style: Style): string {
  const schemas = vocabularies.map((vocabulary) => [vocabulary.name, styles[style](vocabulary)] as const);
  const paths = vocabularies.map(({ name }) => [`/${name}`, path(name)] as const);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Vocabularies", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: { schemas: Object.fromEntries(schemas) },
  });
}

const styles: Readonly<Record<Style, (vocabulary: Vocabulary) => object>> = {
  "x-enum-descriptions": ({ intro, words }) => ({
    type: "string",
    description: intro,
    enum: words.map(({ value }) => value),
    "x-enum-descriptions": words.map(({ text }) => text),
  }),
  oneOf: ({ intro, words }) => ({
    description: intro,
    oneOf: words.map(({ value, text, deprecated }) => ({
      const: value,
      description: text,
      ...(deprecated !== undefined && { deprecated: true }),
    })),
  }),
};

function path(name: string): object {
  const schema = { $ref: `#/components/schemas/${name}` };
  const content = { "application/json": { schema } };
  return { get: { operationId: `get${name}`, responses: { 200: { description: "One value", content } } } };
}
