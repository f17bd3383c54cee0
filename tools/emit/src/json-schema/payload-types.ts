import type { Enumeration } from "../enumerations.ts";
import { commentLines, literal, propertyName } from "../escape.ts";
import { descriptionLines } from "../member-doc.ts";
import { camelCase, exportNames } from "../names.ts";
import type { Doc, Interface, Property } from "../statement.ts";
import type { Form } from "./document.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";
import type { DocumentOptions } from "./options.ts";
import { placeholderIn } from "./placeholder.ts";

const PRIMITIVES: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
  null: "null",
};

/** The types of a document in one form: its own, then one for each object inside it, named after its property. */
export function payloadTypes(document: DocumentOptions, form: Form, all: readonly Enumeration[]): Interface[] {
  const found: Interface[] = [];
  const name = form === "strict" ? `Strict${document.type}` : document.type;
  const docs = [...commentLines(document.title), "", ...descriptionLines([document.description ?? ""])];
  interfaceOf(name, document.schema, docs.at(-1) === "" ? docs.slice(0, -1) : docs);
  return found.reverse();

  function interfaceOf(name: string, schema: JsonObject, docs: Doc): string {
    const { properties = {}, required = [] } = schema;
    const names = Array.isArray(required) ? required : [];
    const own = Object.entries(properties as JsonObject).map(([key, value]): Property => {
      const child = isObject(value) ? value : {};
      return {
        name: propertyName(key),
        optional: !names.includes(key),
        type: typeOf(`${name}${pascalCase(key)}`, child),
        docs: docsOf(child),
      };
    });
    found.push({ kind: "object type", name, docs, properties: own, ...(form === "tolerant" && { others: "unknown" }) });
    return name;
  }

  /** `name` is for the interface, should it be an object. */
  function typeOf(name: string, schema: JsonObject): string {
    const placeholder = placeholderIn(schema, all);
    if (placeholder !== undefined) {
      const names = exportNames(placeholder.enumeration.exports);
      return (form === "strict" ? names.value : names.open) + (placeholder.nullable ? " | null" : "");
    }
    const several = schema.anyOf ?? schema.oneOf;
    if (Array.isArray(several)) return union(several.map((each) => (isObject(each) ? typeOf(name, each) : "unknown")));
    if (form === "strict" && schema.const !== undefined) return literalOf(schema.const);
    if (form === "strict" && Array.isArray(schema.enum)) return union(schema.enum.map(literalOf));
    const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? ""];
    return union(types.map((type) => ofType(name, String(type), schema)));
  }

  function ofType(name: string, type: string, schema: JsonObject): string {
    const { items } = schema;
    if (type === "object") return interfaceOf(name, schema, docsOf(schema));
    if (type === "array") return `ReadonlyArray<${isObject(items) ? typeOf(`${name}Item`, items) : "unknown"}>`;
    return PRIMITIVES[type] ?? "unknown";
  }
}

function docsOf(schema: JsonObject): Doc {
  return typeof schema.description === "string" ? commentLines(schema.description) : [];
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(" | ");
}

function literalOf(value: Json): string {
  if (typeof value === "string" || typeof value === "number") return literal(value);
  return value === null || typeof value === "boolean" ? String(value) : "unknown";
}

function pascalCase(text: string): string {
  const name = camelCase(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
