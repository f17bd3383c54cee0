import type { Vocabulary } from "../vocabulary.ts";

/** The vocabularies as enums of a GraphQL schema. A value is its own name, so that not every value can be one. */
export function graphql(vocabularies: readonly Vocabulary[]): string {
  const enums = vocabularies.map(({ name, intro, words }) => {
    const values = words.map(({ value, text, deprecated }) => {
      const reason = deprecated === undefined ? "" : ` @deprecated(reason: ${quoted(deprecated)})`;
      return `  ${quoted(text)}\n  ${value}${reason}`;
    });
    return `${quoted(intro)}\nenum ${name} {\n${values.join("\n")}\n}`;
  });
  const fields = vocabularies.map(({ name }) => `  ${name}: ${name}`);
  return `${enums.join("\n\n")}\n\ntype Query {\n${fields.join("\n")}\n}\n`;
}

/** JSON's spelling of a string is one of GraphQL's. */
const quoted = (text: string): string => JSON.stringify(text);
