import { EmitError } from "../emit-error.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** What the `json-schema` emitters take. Both take the same, so that files and types agree. */
export interface JsonSchemaOptions {
  /** What every `$id` begins with. Version and name follow. Default: `urn:flow-catalog`. */
  readonly id?: string;
  /** Schemas of documents that carry values of the catalog, by name. Each is emitted tolerant and strict. */
  readonly documents?: Readonly<Record<string, DocumentOptions>>;
}

/** A document that carries values of the catalog, such as the payload of a webhook. */
export interface DocumentOptions {
  /** Name of its TypeScript type: `FlowEvent` gives `FlowEvent` and `StrictFlowEvent`. */
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  /**
   * JSON Schema 2020-12 of an object, in the words of the strict form. Wherever a schema can stand,
   * `{ "$vocabulary": "state" }` means the values of a vocabulary, `{ "$vocabulary": "event", "attribute": "code" }`
   * those of an enumerated attribute; with `"nullable": true`, or null.
   */
  readonly schema: JsonObject;
}

/** Reads options that a configuration gives as plain data. Reports everything that is wrong with them. */
export function readOptions(options: Readonly<Record<string, unknown>>): Required<JsonSchemaOptions> {
  const { id = "urn:flow-catalog", documents = {}, ...others } = options as Readonly<Record<string, Json>>;
  const problems = Object.keys(others).map(
    (name) => `json-schema takes the options id and documents, not ${JSON.stringify(name)}.`,
  );
  if (typeof id !== "string" || !/^[a-z][a-z0-9+.-]*:\S*[^\s/:]$/i.test(id)) {
    problems.push(
      `The option id is ${JSON.stringify(id)}; it has to be the beginning of a URI, such as "urn:example".`,
    );
  }
  problems.push(...documentsProblems(documents));
  if (problems.length > 0) throw new EmitError(problems);
  return { id: id as string, documents: documents as unknown as Record<string, DocumentOptions> };
}

/** What is wrong with the option `documents`. */
export function documentsProblems(documents: Json): string[] {
  if (!isObject(documents)) return ["The option documents has to be an object of documents by name."];
  return Object.entries(documents).flatMap(([name, document]) => documentProblems(name, document));
}

function documentProblems(name: string, document: Json): string[] {
  const where = `The document ${JSON.stringify(name)}`;
  const problems: string[] = [];
  if (!/^[a-z0-9][a-z0-9_-]*$/i.test(name))
    problems.push(`${where} needs a name of letters, digits, "-" and "_": it names a file.`);
  if (!isObject(document)) return [...problems, `${where} has to be an object with type, title and schema.`];
  const { type, title, description = "", schema } = document;
  if (typeof type !== "string") problems.push(`${where} needs a type: the name of its TypeScript type.`);
  if (typeof title !== "string") problems.push(`${where} needs a title.`);
  if (typeof description !== "string") problems.push(`${where} has a description that is no text.`);
  if (!isObject(schema) || schema.type !== "object") problems.push(`${where} needs a schema whose type is "object".`);
  return problems;
}
