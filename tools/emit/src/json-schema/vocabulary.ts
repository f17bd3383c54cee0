import type { Value } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { type KnownValue, knownValues } from "../known-values.ts";

/** A schema that exactly one known value satisfies. Standard keywords alone: strict validators refuse others. */
export interface ValueSchema {
  readonly const: Value;
  readonly title: string;
  readonly description?: string;
  readonly deprecated?: true;
}

/** The known values of an enumeration: what editors and viewers show best, one described schema for each. */
export interface ValuesSchema {
  readonly title: string;
  readonly description?: string;
  readonly oneOf: readonly ValueSchema[];
}

export function valuesSchema(enumeration: Enumeration): ValuesSchema {
  return {
    title: enumeration.title,
    ...(enumeration.description && { description: enumeration.description.text }),
    oneOf: knownValues(enumeration).map(valueSchema),
  };
}

function valueSchema(known: KnownValue): ValueSchema {
  const description = paragraphs(known).join("\n\n");
  return {
    const: known.value,
    title: known.title,
    ...(description !== "" && { description }),
    ...(known.deprecated && { deprecated: true }),
  };
}

function paragraphs({ descriptions, evidence, notes, deprecated }: KnownValue): string[] {
  const lastSeen = deprecated?.lastSeen ? ` (last seen ${deprecated.lastSeen})` : "";
  const successor = deprecated?.successor === undefined ? "" : ` Use ${deprecated.successor} instead.`;
  return [
    ...descriptions.map(({ text }) => text),
    ...(evidence.kind === "documented" ? [] : [`Evidence: ${evidence.text ?? "observed, not documented"}`]),
    ...notes.map((note) => `Note: ${note}`),
    ...(deprecated === undefined ? [] : [`No longer documented${lastSeen}; older data still carries it.${successor}`]),
  ];
}
