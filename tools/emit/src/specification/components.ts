import { EmitError } from "../emit-error.ts";
import type { EmitInput } from "../emitter.ts";
import { type Enumeration, enumerations } from "../enumerations.ts";
import { enumerationsIn, inForm } from "../json-schema/document.ts";
import { isObject, type Json, type JsonObject } from "../json-schema/json.ts";
import type { DocumentOptions } from "../json-schema/options.ts";
import type { Placeholder } from "../json-schema/placeholder.ts";

/** Schemas that specifications refer to, by name. */
export interface Components {
  readonly schemas: Readonly<Record<string, object>>;
  /** The enumerations that are among them, in the catalog's order. */
  readonly used: readonly Enumeration[];
}

/** The schema of a vocabulary's known values, as viewers of one specification show it best. */
export type KnownSchema = (enumeration: Enumeration) => object;

/** The documents in their tolerant form and the values in them; without documents, every vocabulary. */
export function componentsOf(
  { catalog }: EmitInput,
  documents: Readonly<Record<string, DocumentOptions>>,
  knownSchema: KnownSchema,
): Components {
  const all = enumerations(catalog);
  const described = Object.values(documents);
  const found = new Set(described.flatMap(({ schema }) => enumerationsIn(schema, all)));
  const used = described.length === 0 ? all : all.filter((each) => found.has(each));
  checkNames([...described.map(({ type }) => type), ...used.map(({ exports }) => exports.type)]);
  return {
    schemas: Object.fromEntries([
      ...described.map((document) => [document.type, documentSchema(document, all)]),
      ...used.map((enumeration) => [enumeration.exports.type, knownSchema(enumeration)]),
    ]),
    used,
  };
}

export function schemaReference(name: string): { $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

function documentSchema({ type, title, description, schema }: DocumentOptions, all: readonly Enumeration[]): object {
  const own = inForm(schema, "tolerant", all, reference);
  const { $ref: base } = schemaReference(type);
  return { title, ...(description !== undefined && { description }), ...(rebase(own, base) as object) };
}

/** Open like the schemas of `json-schema`: a known value, any other, perhaps null. */
function reference({ enumeration, nullable, others }: Placeholder): JsonObject {
  const other = {
    title: "Any other value",
    description: "Values are open: one that is not known yet can arrive.",
    type: enumeration.type,
  };
  const known = schemaReference(enumeration.exports.type);
  return { ...others, anyOf: [known, other, ...(nullable ? [{ type: "null" }] : [])] };
}

/** A document refers to itself from its root, which it no longer is. */
function rebase(schema: Json, base: string): Json {
  if (Array.isArray(schema)) return schema.map((each) => rebase(each, base));
  if (!isObject(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const own = key === "$ref" && typeof value === "string" && /^#(?!\/components\/)/.test(value);
      return [key, own ? base + value.slice(1) : rebase(value, base)];
    }),
  );
}

function checkNames(names: readonly string[]): void {
  const problems = names.flatMap((name, index) => [
    ...(/^[A-Za-z0-9._-]+$/.test(name) ? [] : [`A schema cannot be named ${JSON.stringify(name)}.`]),
    ...(names.indexOf(name) === index
      ? []
      : [`Two schemas would be named ${name}: rename a document or a vocabulary.`]),
  ]);
  if (problems.length > 0) throw new EmitError(problems);
}
