import type { Interface } from "../statement.ts";

const head: Interface["properties"] = [
  { name: "$comment", type: "string", docs: [] },
  { name: "$schema", type: "string", docs: [] },
  { name: "$id", type: "string", docs: ["Names this schema in this version."] },
  { name: "title", type: "string", docs: [] },
  { name: "description", type: "string", optional: true, docs: [] },
];

/** The types of the schemas themselves. */
export const schemaTypes: readonly Interface[] = [
  {
    kind: "interface",
    name: "ValueSchema",
    typeParameters: ["T extends string | number"],
    docs: ["JSON Schema of one known value."],
    properties: [
      { name: "const", type: "T", docs: [] },
      { name: "title", type: "string", docs: ["A readable form of the value."] },
      { name: "description", type: "string", optional: true, docs: ["What the documentation says of it."] },
      {
        name: "deprecated",
        type: "true",
        optional: true,
        docs: ["Present where the documentation no longer has the value."],
      },
    ],
  },
  {
    kind: "interface",
    name: "VocabularySchema",
    typeParameters: ["T extends string | number"],
    docs: ["JSON Schema 2020-12 of a vocabulary: exactly the known values."],
    properties: [
      ...head,
      { name: "type", type: '"string" | "integer"', docs: [] },
      { name: "oneOf", type: "readonly ValueSchema<T>[]", docs: [] },
    ],
  },
  {
    kind: "interface",
    name: "DocumentSchema",
    docs: ["JSON Schema 2020-12 of a document that carries values of the catalog. It needs no other schema."],
    properties: [...head, { name: "properties", type: "{ readonly [name: string]: unknown }", docs: [] }],
    others: "unknown",
  },
];
