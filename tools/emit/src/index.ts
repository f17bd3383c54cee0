import type { Emitter } from "./emitter.ts";
import { jsonSchema } from "./json-schema/emitter.ts";
import { jsonSchemaTypescript } from "./json-schema/typescript.ts";
import { typescript } from "./typescript/emitter.ts";

export { EmitError } from "./emit-error.ts";
export type * from "./emitter.ts";
export { MARKER } from "./header.ts";
export type { DocumentOptions, JsonSchemaOptions } from "./json-schema/options.ts";

/** Every emitter. Another one is added here, and a configuration can name it. */
export const emitters: readonly Emitter[] = [typescript, jsonSchema, jsonSchemaTypescript];

/** The emitter that a configuration names, or undefined where there is none. */
export function emitterById(id: string): Emitter | undefined {
  return emitters.find((emitter) => emitter.id === id);
}
