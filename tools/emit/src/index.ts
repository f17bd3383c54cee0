import { csv } from "./csv/emitter.ts";
import type { Emitter } from "./emitter.ts";
import { jsonSchema } from "./json-schema/emitter.ts";
import { jsonSchemaTypescript } from "./json-schema/typescript.ts";
import { markdown } from "./markdown/document.ts";
import { markdownValues } from "./markdown/values.ts";
import { asyncapi } from "./specification/asyncapi.ts";
import { openapi } from "./specification/openapi.ts";
import { typescript } from "./typescript/emitter.ts";

export { EmitError } from "./emit-error.ts";
export type * from "./emitter.ts";
export { MARKER } from "./header.ts";
export type { DocumentOptions, JsonSchemaOptions } from "./json-schema/options.ts";
export type { MarkdownValuesOptions } from "./markdown/values.ts";
export type { SpecificationOptions, WebhookOptions } from "./specification/options.ts";

/** Every emitter. Another one is added here, and a configuration can name it. */
export const emitters: readonly Emitter[] = [
  typescript,
  jsonSchema,
  jsonSchemaTypescript,
  openapi,
  asyncapi,
  csv,
  markdown,
  markdownValues,
];

/** The emitter that a configuration names, or undefined where there is none. */
export function emitterById(id: string): Emitter | undefined {
  return emitters.find((emitter) => emitter.id === id);
}
