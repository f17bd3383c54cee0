import type { Enumeration } from "../enumerations.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import { type Placeholder, placeholderIn } from "./placeholder.ts";

/**
 * The two forms of a document's schema. `strict` is what the documentation says: known values, nothing else.
 * `tolerant` is for readers: it checks which properties are there and of which types they are, and lets pass what may
 * change tomorrow: other values, other properties, other lengths and formats.
 */
export type Form = "tolerant" | "strict";

/** Keywords that narrow a value within its type. */
const NARROWING = new Set([
  ...["const", "enum", "pattern", "format", "contentEncoding", "contentMediaType", "minLength", "maxLength"],
  ...[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
  ],
  ...["additionalProperties", "unevaluatedProperties", "propertyNames", "minProperties", "maxProperties"],
]);

const SCHEMA = new Set(["items", "contains", "not", "if", "then", "else", "additionalProperties", "propertyNames"]);
const SCHEMAS = new Set(["anyOf", "oneOf", "allOf", "prefixItems"]);
const SCHEMAS_BY_NAME = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

/** What a placeholder becomes. */
export type Refer = (placeholder: Placeholder, form: Form) => JsonObject;

/** One form of a schema. Placeholders become references, unless told otherwise to `#/$defs/<module>`. */
export function inForm(
  schema: JsonObject,
  form: Form,
  all: readonly Enumeration[],
  refer: Refer = reference,
): JsonObject {
  const placeholder = placeholderIn(schema, all);
  if (placeholder !== undefined) return refer(placeholder, form);
  const into = (value: Json): Json => (isObject(value) ? inForm(value, form, all, refer) : value);
  const kept = Object.entries(schema).filter(([keyword]) => form === "strict" || !NARROWING.has(keyword));
  const result = kept.map(([keyword, value]): [string, Json] => {
    if (SCHEMA.has(keyword)) return [keyword, into(value)];
    if (SCHEMAS.has(keyword) && Array.isArray(value)) return [alternatives(keyword, form), value.map(into)];
    if (SCHEMAS_BY_NAME.has(keyword) && isObject(value)) {
      return [keyword, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, into(each)]))];
    }
    return [keyword, value];
  });
  const closes = form === "strict" && schema.properties !== undefined && schema.additionalProperties === undefined;
  return Object.fromEntries(closes ? [...result, ["additionalProperties", false]] : result);
}

/** Without what narrows them, two alternatives may both hold. */
function alternatives(keyword: string, form: Form): string {
  return keyword === "oneOf" && form === "tolerant" ? "anyOf" : keyword;
}

function reference({ enumeration, nullable, others }: Placeholder, form: Form): JsonObject {
  const known = { $ref: `#/$defs/${enumeration.exports.module}` };
  const options = [
    known,
    ...(form === "tolerant" ? [{ type: enumeration.type }] : []),
    ...(nullable ? [{ type: "null" }] : []),
  ];
  return options.length === 1 ? { ...others, ...known } : { ...others, anyOf: options };
}

/** The enumerations that a schema refers to, in the catalog's order. */
export function enumerationsIn(schema: JsonObject, all: readonly Enumeration[]): Enumeration[] {
  const found = new Set<Enumeration>();
  const visit = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) {
      const placeholder = placeholderIn(value, all);
      if (placeholder === undefined) Object.values(value).forEach(visit);
      else found.add(placeholder.enumeration);
    }
  };
  visit(schema);
  return all.filter((each) => found.has(each));
}
