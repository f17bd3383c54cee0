import type { Vocabulary } from "../vocabulary.ts";

/** The vocabularies as definitions of JSON Schema, one `const` with its description for each value. */
export function jsonSchema(vocabularies: readonly Vocabulary[], style: "oneOf" | "enum"): string {
  const definitions = vocabularies.map(({ name, intro, words }) => {
    const values =
      style === "enum"
        ? { type: "string", enum: words.map(({ value }) => value) }
        : {
            oneOf: words.map(({ value, text, deprecated }) => ({
              const: value,
              description: text,
              ...(deprecated !== undefined && { deprecated: true }),
            })),
          };
    return [name, { title: name, description: intro, ...values }] as const;
  });
  return JSON.stringify({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Vocabularies",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(definitions.map(([name]) => [name, { $ref: `#/definitions/${name}` }])),
    definitions: Object.fromEntries(definitions),
  });
}
