import * as v from "valibot";
import { EmitError } from "../emit-error.ts";
import type { Json, JsonObject } from "../json-schema/json.ts";
import { type DocumentOptions, documentsProblems } from "../json-schema/options.ts";

/** What the emitters `openapi` and `asyncapi` take. Both take the same, so that they say the same. */
export interface SpecificationOptions {
  /** What the whole is, as Markdown. */
  readonly description?: string;
  readonly license?: { readonly name: string; readonly url?: string };
  /** The documents that `json-schema` takes, too. They are described in their tolerant form. */
  readonly documents?: Readonly<Record<string, DocumentOptions>>;
  /** Webhooks by name: requests that the reader of the specification receives. */
  readonly webhooks?: Readonly<Record<string, WebhookOptions>>;
}

/** A request by which a document arrives. Descriptions are Markdown. */
export interface WebhookOptions {
  /** Name of the document that is its body. */
  readonly document: string;
  readonly title: string;
  readonly description?: string;
  /** Headers by name, in lower case. */
  readonly headers?: Readonly<Record<string, HeaderOptions>>;
  /** What each answer means, by status code or `default`. At least one. */
  readonly responses: Readonly<Record<string, string>>;
  /** Bodies as they arrive, by name. */
  readonly examples?: Readonly<Record<string, ExampleOptions>>;
}

export interface HeaderOptions {
  readonly description: string;
  readonly required?: boolean;
  /** JSON Schema of the header's text. */
  readonly schema: JsonObject;
}

export interface ExampleOptions {
  readonly summary: string;
  readonly value: JsonObject;
}

const text = v.pipe(v.string("Expected text"), v.nonEmpty("Expected text that is not empty"));
const object = v.record(v.string(), v.unknown());
/** A name that stands in addresses and becomes part of operation ids. */
const name = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]*$/, "Expected a name of letters and digits"));
const headerName = v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "Expected a header's name in lower case"));
const status = v.pipe(
  v.string(),
  v.regex(/^(?:[1-5](?:\d\d|XX)|default)$/, 'Expected a status code such as 200 or 4XX, or "default"'),
);

const schema = v.strictObject({
  description: v.optional(text),
  license: v.optional(v.strictObject({ name: text, url: v.optional(text) })),
  documents: v.optional(v.unknown()),
  webhooks: v.optional(
    v.record(
      name,
      v.strictObject({
        document: text,
        title: text,
        description: v.optional(text),
        headers: v.optional(
          v.record(
            headerName,
            v.strictObject({ description: text, required: v.optional(v.boolean()), schema: object }),
          ),
        ),
        responses: v.pipe(
          v.record(status, text),
          v.check((responses) => Object.keys(responses).length > 0, "Expected at least one answer"),
        ),
        examples: v.optional(v.record(name, v.strictObject({ summary: text, value: object }))),
      }),
    ),
  ),
});

/** Reads options that a configuration gives as plain data. Reports everything that is wrong with them. */
export function readSpecificationOptions(options: Readonly<Record<string, unknown>>): SpecificationOptions {
  const parsed = v.safeParse(schema, options);
  const problems = (parsed.issues ?? []).map(
    (issue) => `The option ${v.getDotPath(issue) ?? ""} is wrong: ${issue.message}.`,
  );
  const documents = (options.documents ?? {}) as Json;
  problems.push(...documentsProblems(documents));
  if (problems.length === 0) problems.push(...lostDocuments(options as SpecificationOptions));
  if (problems.length > 0) throw new EmitError(problems);
  return options as SpecificationOptions;
}

function lostDocuments({ documents = {}, webhooks = {} }: SpecificationOptions): string[] {
  const known = Object.keys(documents).map((name) => JSON.stringify(name));
  return Object.entries(webhooks).flatMap(([name, { document }]) =>
    Object.hasOwn(documents, document)
      ? []
      : [
          `The webhook ${JSON.stringify(name)} has the document ${JSON.stringify(document)}; the documents are ${known.join(", ")}.`,
        ],
  );
}
