import type { Description, Value } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { markdownText } from "../escape.ts";
import { type KnownValue, knownValues } from "../known-values.ts";
import { deprecatedText, evidenceText } from "../words.ts";

/** A schema that exactly one known value satisfies. Standard keywords alone: strict validators refuse others. */
export interface ValueSchema {
  readonly const: Value;
  readonly title: string;
  readonly description?: string;
  readonly deprecated?: true;
}

/**
 * The known values of an enumeration: what editors and viewers show best, one described schema for each. The type says
 * nothing new, and without it generators of code take whole numbers for others, and name an enum after its first value.
 */
export interface ValuesSchema {
  readonly title: string;
  readonly description?: string;
  readonly type: "string" | "integer";
  readonly oneOf: readonly ValueSchema[];
}

/** How texts are said: JSON Schema's are plain, those of OpenAPI and AsyncAPI are Markdown. */
export interface Wording {
  readonly description: (description: Description) => string;
  /** A text that no page has as Markdown. */
  readonly plain: (text: string) => string;
}

const plainWords: Wording = { description: ({ text }) => text, plain: (text) => text };
export const markdownWords: Wording = { description: ({ markdown }) => markdown, plain: markdownText };

export function valuesSchema(enumeration: Enumeration, wording: Wording = plainWords): ValuesSchema {
  return {
    title: enumeration.title,
    ...(enumeration.description && { description: wording.description(enumeration.description) }),
    type: enumeration.type,
    oneOf: knownValues(enumeration).map((known) => valueSchema(known, wording)),
  };
}

function valueSchema(known: KnownValue, wording: Wording): ValueSchema {
  const description = paragraphs(known, wording).join("\n\n");
  return {
    const: known.value,
    title: known.title,
    ...(description !== "" && { description }),
    ...(known.deprecated && { deprecated: true }),
  };
}

function paragraphs({ descriptions, evidence, notes, deprecated }: KnownValue, wording: Wording): string[] {
  return [
    ...descriptions.map(wording.description),
    ...[...evidenceText(evidence), ...notes.map((note) => `Note: ${note}`), ...deprecatedText(deprecated)].map(
      wording.plain,
    ),
  ];
}
