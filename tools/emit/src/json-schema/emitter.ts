import { checkModules } from "../check-names.ts";
import { EmitError } from "../emit-error.ts";
import type { EmitInput, Emitter } from "../emitter.ts";
import { enumerations } from "../enumerations.ts";
import { jsonText } from "../escape.ts";
import { type JsonSchemaOptions, readOptions } from "./options.ts";
import { documentSchema, type Schema, type Values, vocabularySchema } from "./schemas.ts";
import { valuesSchema } from "./vocabulary.ts";

/** JSON Schema 2020-12: one file per vocabulary, two per document. Takes `JsonSchemaOptions`. */
export const jsonSchema: Emitter = {
  id: "json-schema",
  emit(input) {
    return plan(input).schemas.map(({ name, json }) => ({ path: `${name}.json`, text: jsonText(json) }));
  },
};

/** What both emitters of schemas emit. */
export interface Plan {
  readonly options: Required<JsonSchemaOptions>;
  readonly values: readonly Values[];
  readonly schemas: readonly Schema[];
}

export function plan(input: EmitInput): Plan {
  const options = readOptions(input.options);
  const all = enumerations(input.catalog);
  checkModules(all);
  const values = all.map((enumeration) => ({ enumeration, schema: valuesSchema(enumeration) }));
  const schemas = [
    ...values.map((each) => vocabularySchema(input, options.id, each)),
    ...Object.entries(options.documents).flatMap((document) => [
      documentSchema(input, options.id, values, document, "tolerant"),
      documentSchema(input, options.id, values, document, "strict"),
    ]),
  ];
  checkFiles(schemas);
  return { options, values, schemas };
}

/** A document may not be named like a vocabulary's module. */
function checkFiles(schemas: readonly Schema[]): void {
  const seen = new Set<string>();
  const problems = schemas.flatMap(({ name }) => {
    const twice = seen.has(name.toLowerCase());
    seen.add(name.toLowerCase());
    return twice
      ? [`Two schemas would be written to ${name}.json: rename the document, or the vocabulary's module.`]
      : [];
  });
  if (problems.length > 0) throw new EmitError(problems);
}
