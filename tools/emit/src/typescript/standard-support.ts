import type { Statement } from "../statement.ts";

/** The types of Standard Schema 1 and of its JSON Schema side, as far as a vocabulary needs them. */
export const standardTypes: readonly Statement[] = [
  {
    kind: "interface",
    name: "StandardVocabulary",
    typeParameters: ["Input", "Output = Input"],
    docs: [
      "A vocabulary in the form that Standard Schema gives every schema (https://standardschema.dev), so that libraries",
      "for forms, procedures and validation take it as it is.",
    ],
    properties: [{ name: '"~standard"', type: "StandardProperties<Input, Output>", docs: [] }],
  },
  {
    kind: "interface",
    name: "StandardProperties",
    typeParameters: ["Input", "Output"],
    docs: ["What Standard Schema and Standard JSON Schema, version 1, ask for."],
    properties: [
      { name: "version", type: "1", docs: [] },
      { name: "vendor", type: '"flow-catalog"', docs: [] },
      {
        name: "types",
        type: "{ readonly input: Input; readonly output: Output } | undefined",
        optional: true,
        docs: ["For the compiler alone: never there at run time."],
      },
      {
        name: "validate",
        type: "(value: unknown) => StandardResult<Output>",
        docs: ["Takes anything, and never throws."],
      },
      {
        name: "jsonSchema",
        type: "{ readonly input: (options: StandardTarget) => Record<string, unknown>; readonly output: (options: StandardTarget) => Record<string, unknown> }",
        docs: ["The vocabulary as JSON Schema, a new object each time."],
      },
    ],
  },
  {
    kind: "interface",
    name: "StandardTarget",
    docs: ["Which JSON Schema is wanted."],
    properties: [
      {
        name: "target",
        type: "string",
        docs: ["`draft-2020-12`, `draft-07` or `openapi-3.0`. Any other throws a `TypeError`, as the standard asks."],
      },
    ],
  },
  {
    kind: "type",
    exported: true,
    name: "StandardResult",
    typeParameters: ["Output"],
    docs: ["The value, or what is wrong with it."],
    type: "{ readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly { readonly message: string }[] }",
  },
];

/** What the schemas share. */
export const standardSupport: readonly Statement[] = [
  {
    kind: "function",
    exported: false,
    name: "closed",
    typeParameters: ["Input", "Output extends string | number"],
    docs: [],
    parameters: [
      { name: "title", type: "string" },
      { name: "type", type: "string" },
      { name: "values", type: "readonly Output[]" },
      { name: "isKnown", type: "(value: unknown) => value is Output" },
    ],
    returns: "StandardVocabulary<Input, Output>",
    body: [
      'const some = values.slice(0, 10).join(", ") + (values.length > 10 ? ` and ${values.length - 10} more` : "");',
      "const message = `Expected a known value: ${some}`;",
      "return standard<Input, Output>(",
      "  (value) => (isKnown(value) ? { value } : { issues: [{ message }] }),",
      "  () => ({ title, type, enum: [...values] }),",
      ");",
    ].join("\n"),
  },
  {
    kind: "function",
    exported: false,
    name: "open",
    typeParameters: ["Value extends string | number"],
    docs: [],
    parameters: [
      { name: "title", type: "string" },
      { name: "type", type: "string" },
      { name: "values", type: "readonly Value[]" },
    ],
    returns: "StandardVocabulary<Value>",
    body: [
      'const whole = type === "integer";',
      'const message = whole ? "Expected a whole number" : "Expected text";',
      'const fits = (value: unknown) => (whole ? Number.isInteger(value) : typeof value === "string");',
      "return standard<Value, Value>(",
      "  (value) => (fits(value) ? { value: value as Value } : { issues: [{ message }] }),",
      "  () => ({ title, anyOf: [{ type, enum: [...values] }, { type }] }),",
      ");",
    ].join("\n"),
  },
  {
    kind: "function",
    exported: false,
    name: "standard",
    typeParameters: ["Input", "Output"],
    docs: [],
    parameters: [
      { name: "validate", type: "(value: unknown) => StandardResult<Output>" },
      { name: "schema", type: "() => Record<string, unknown>" },
    ],
    returns: "StandardVocabulary<Input, Output>",
    body: [
      "const convert = ({ target }: StandardTarget) => {",
      '  if (target === "openapi-3.0") return schema();',
      '  if (target === "draft-07") return { $schema: "http://json-schema.org/draft-07/schema#", ...schema() };',
      '  if (target === "draft-2020-12") return { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema() };',
      '  throw new TypeError(`No JSON Schema for the target "${target}": draft-2020-12, draft-07 and openapi-3.0 are known`);',
      "};",
      'return { "~standard": { version: 1, vendor: "flow-catalog", validate, jsonSchema: { input: convert, output: convert } } };',
    ].join("\n"),
  },
];
