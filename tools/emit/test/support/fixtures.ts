import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EmitInput } from "../../src/index.ts";

export const fixtures: string = join(import.meta.dirname, "../fixtures");

export const fixtureNames: readonly string[] = readdirSync(fixtures).sort();

interface Fixture extends EmitInput {
  readonly webhooks?: Readonly<Record<string, unknown>>;
}

/** The input of a fixture, with the options that the emitter takes. */
export function fixtureInput(name: string, emitter: string): EmitInput {
  const { webhooks, ...input } = JSON.parse(readFileSync(join(fixtures, name, "input.json"), "utf8")) as Fixture;
  const { documents = {} } = input.options;
  if (emitter.startsWith("json-schema")) return input;
  if (emitter.endsWith("api")) return { ...input, options: { documents, ...(webhooks && { webhooks }) } };
  return { ...input, options: {} };
}
