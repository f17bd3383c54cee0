import type { Vocabulary } from "../vocabulary.ts";

/**
 * The vocabularies as enums of Protocol Buffers, descriptions as comments. Numbers go by first sight, as an author would
 * see to: `earlier` has the values that had theirs before.
 */
export function proto(vocabularies: readonly Vocabulary[], earlier: readonly Vocabulary[]): string {
  const enums = vocabularies.map(({ name, intro, words }) => {
    const known = earlier.find((one) => one.name === name)?.words ?? [];
    const order = [...new Set([...known, ...words].map(({ value }) => value))];
    const numbers = new Map(order.map((value, index) => [value, index + 1]));
    const prefix = upper(name.replace(/([a-z])(?=[A-Z])/g, "$1_"));
    const members = words.map(({ value, text, deprecated }) => {
      const options = deprecated === undefined ? "" : " [deprecated = true]";
      return `${comment(text, "  ")}  ${prefix}_${upper(value)} = ${numbers.get(value)}${options};\n`;
    });
    return `${comment(intro, "")}enum ${name} {\n  ${prefix}_UNSPECIFIED = 0;\n${members.join("")}}\n`;
  });
  return `syntax = "proto3";\npackage vocabularies;\n\n${enums.join("\n")}`;
}

const upper = (value: string): string => value.replace(/\W/g, "_").toUpperCase();

const comment = (text: string, indent: string): string =>
  text.replace(/^/gm, `${indent}// `).replace(/ +$/gm, "").concat("\n");
