import { checkExports, type ExportedName, nameOf } from "../check-names.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { commentText, dataLiteral, literal } from "../escape.ts";
import { headerLines } from "../header.ts";
import { camelCase, exportNames, unionType } from "../names.ts";
import type { Interface, SourceFile, Statement } from "../statement.ts";
import { type Plan, plan } from "./emitter.ts";
import { payloadTypes } from "./payload-types.ts";
import { schemaTypes } from "./schema-types.ts";
import type { Schema, Values } from "./schemas.ts";

/** The same schemas as TypeScript constants, with the types they describe. Takes the options of `json-schema`. */
export const jsonSchemaTypescript: Emitter = {
  id: "json-schema-typescript",
  async emit(input) {
    const file = schemaModule(input);
    const { print } = await import("../print.ts");
    return print([file]);
  },
};

function schemaModule(input: EmitInput): SourceFile {
  const { catalog } = input;
  const planned = plan(input);
  const payloads = payloadsOf(planned);
  checkExports(exportedNames(planned, payloads));
  const shared = new Map<unknown, string>(
    planned.values.map(({ enumeration, schema }) => [schema.oneOf, valuesName(enumeration.exports.module)]),
  );
  return {
    path: "index.ts",
    header: headerLines(catalog, Object.keys(catalog.pages)),
    statements: [
      ...schemaTypes,
      ...planned.values.flatMap(valueTypes),
      ...payloads.map(({ type }) => type),
      ...planned.values.map(valueSchemas),
      ...planned.schemas.map((schema, index) => schemaConstant(schema, planned.values[index], shared)),
    ],
  };
}

interface Payload {
  readonly type: Interface;
  readonly document: string;
}

function payloadsOf({ options, values }: Plan): Payload[] {
  const all = values.map(({ enumeration }) => enumeration);
  return Object.entries(options.documents).flatMap(([name, document]) =>
    (["tolerant", "strict"] as const).flatMap((form) =>
      payloadTypes(document, form, all).map((type) => ({ type, document: name })),
    ),
  );
}

function valueTypes({ enumeration, schema }: Values): Statement[] {
  const names = exportNames(enumeration.exports);
  const base = enumeration.type === "integer" ? "number" : "string";
  return [
    {
      kind: "type",
      exported: true,
      name: names.value,
      docs: [`${commentText(enumeration.title)}: a known value.`],
      type: unionType(schema.oneOf.map((each) => literal(each.const))),
    },
    {
      kind: "type",
      exported: true,
      name: names.open,
      docs: [`${commentText(enumeration.title)}: any ${base}, so that tomorrow's values are accepted and kept.`],
      type: `${names.value} | (${base} & {})`,
    },
  ];
}

/** The values of an enumeration stand once, however many schemas have them. */
function valueSchemas({ enumeration, schema }: Values): Statement {
  const names = exportNames(enumeration.exports);
  return {
    kind: "const",
    exported: false,
    name: valuesName(enumeration.exports.module),
    docs: [],
    type: `readonly ValueSchema<${names.value}>[]`,
    value: { open: "[", elements: literals(schema.oneOf), close: "]" },
  };
}

function* literals(elements: Iterable<unknown>): Generator<string> {
  for (const element of elements) yield dataLiteral(element);
}

function schemaConstant(schema: Schema, values: Values | undefined, shared: ReadonlyMap<unknown, string>): Statement {
  return {
    kind: "const",
    exported: true,
    name: schema.constant,
    docs: [`The schema of \`${schema.name}.json\`.`],
    type:
      values === undefined ? "DocumentSchema" : `VocabularySchema<${exportNames(values.enumeration.exports).value}>`,
    value: dataLiteral(schema.json, shared),
  };
}

function valuesName(module: string): string {
  return `${camelCase(module)}Values`;
}

function exportedNames({ values, schemas }: Plan, payloads: readonly Payload[]): ExportedName[] {
  return [
    ...schemaTypes.map(({ name }) => ({ name, from: "the module of schemas" })),
    ...values.flatMap(({ enumeration }) => {
      const names = exportNames(enumeration.exports);
      const from = nameOf(enumeration);
      return [names.value, names.open, valuesName(enumeration.exports.module)].map((name) => ({ name, from }));
    }),
    ...payloads.map(({ type, document }) => ({ name: type.name, from: `document ${JSON.stringify(document)}` })),
    ...schemas.map(({ constant, name }) => ({ name: constant, from: `${name}.json` })),
  ];
}
