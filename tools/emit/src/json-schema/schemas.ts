import type { EmitInput } from "../emitter.ts";
import type { Enumeration } from "../enumerations.ts";
import { headerText, pagesOf } from "../header.ts";
import { camelCase } from "../names.ts";
import { enumerationsIn, type Form, inForm } from "./document.ts";
import type { DocumentOptions } from "./options.ts";
import type { ValuesSchema } from "./vocabulary.ts";

/** A schema to emit. */
export interface Schema {
  /** Name of its file without the ending, and last part of its `$id`: `state`, `event.strict`. */
  readonly name: string;
  /** Name of its TypeScript constant: `stateSchema`. */
  readonly constant: string;
  readonly title: string;
  readonly json: object;
}

/** The values of an enumeration, made once, so that every schema that has them shares one object. */
export interface Values {
  readonly enumeration: Enumeration;
  readonly schema: ValuesSchema;
}

export function vocabularySchema(input: EmitInput, id: string, { enumeration, schema }: Values): Schema {
  const { module } = enumeration.exports;
  return {
    name: module,
    constant: `${camelCase(module)}Schema`,
    title: schema.title,
    json: { ...head(input, id, module, [enumeration]), ...schema },
  };
}

export function documentSchema(
  input: EmitInput,
  id: string,
  values: readonly Values[],
  [name, document]: [string, DocumentOptions],
  form: Form,
): Schema {
  const all = values.map(({ enumeration }) => enumeration);
  const used = enumerationsIn(document.schema, all);
  const schemaName = form === "strict" ? `${name}.strict` : name;
  const { $defs = {}, ...schema } = inForm(document.schema, form, all);
  const defined = values
    .filter(({ enumeration }) => used.includes(enumeration))
    .map(({ enumeration, schema }) => [enumeration.exports.module, schema]);
  const definitions = { ...($defs as object), ...Object.fromEntries(defined) };
  return {
    name: schemaName,
    constant: `${camelCase(schemaName)}Schema`,
    title: document.title,
    json: {
      ...head(input, id, schemaName, used),
      title: form === "strict" ? `${document.title} (strict)` : document.title,
      ...(document.description !== undefined && { description: document.description }),
      ...schema,
      ...(Object.keys(definitions).length > 0 && { $defs: definitions }),
    },
  };
}

function head({ catalog, version }: EmitInput, id: string, name: string, used: readonly Enumeration[]): object {
  return {
    $comment: headerText(catalog, pagesOf(catalog, used)),
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${id}:${version}:${name}`,
  };
}
