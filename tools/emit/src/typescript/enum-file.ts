import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { commentText, identifier, literal } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { knownValues } from "../known-values.ts";
import { descriptionLines, memberDoc } from "../member-doc.ts";
import { exportNames, unionType } from "../names.ts";
import type { Member, SourceFile, Statement } from "../statement.ts";
import { wrap } from "../wrap.ts";

/** `enums/<module>.ts`: the enum with the types of its values. Alone in its file, so that only its users pay for it. */
export function enumFile(catalog: Catalog, enumeration: Enumeration): SourceFile {
  return {
    path: `enums/${enumeration.exports.module}.ts`,
    header: headerLines(catalog, pagesOf(catalog, [enumeration])),
    statements: [enumStatement(catalog, enumeration), valueType(enumeration), openType(enumeration)],
  };
}

function enumStatement(catalog: Catalog, enumeration: Enumeration): Statement {
  const names = exportNames(enumeration.exports);
  const texts = enumeration.description === undefined ? [] : descriptionLines([enumeration.description.text]);
  return {
    kind: "enum",
    name: names.enum,
    docs: [
      ...(texts.length > 0 ? texts : [commentText(enumeration.title)]),
      "",
      ...wrap(
        `These are the known values; others can arrive. \`${names.guard}\` tells which it is, and after it a \`switch\` over these members can be exhaustive.`,
      ),
    ],
    members: members(catalog, enumeration),
  };
}

/** One at a time, so that a hundred thousand members are never all in memory as text. */
function* members(catalog: Catalog, enumeration: Enumeration): Generator<Member> {
  for (const member of enumeration.members) {
    yield {
      name: identifier(member.name),
      value: literal(member.value),
      docs: memberDoc(catalog, enumeration, member, (name) => `${enumeration.exports.type}.${name}`),
    };
  }
}

function valueType(enumeration: Enumeration): Statement {
  const names = exportNames(enumeration.exports);
  const numbers = enumeration.type === "integer";
  return {
    kind: "type",
    exported: true,
    name: names.value,
    docs: wrap(
      `A known value as a plain ${numbers ? "number" : "string"}. Members of \`${names.enum}\` are accepted as well, and a \`switch\` over the ${numbers ? "numbers" : "strings"} themselves can be exhaustive.`,
    ),
    type: numbers ? unionType(knownValues(enumeration).map(({ value }) => literal(value))) : `\`\${${names.enum}}\``,
  };
}

function openType(enumeration: Enumeration): Statement {
  const names = exportNames(enumeration.exports);
  const base = enumeration.type === "integer" ? "number" : "string";
  return {
    kind: "type",
    exported: true,
    name: names.open,
    docs: wrap(`Any ${base}, so that tomorrow's values are accepted and kept; editors still suggest the known ones.`),
    type: `${names.value} | (${base} & {})`,
  };
}
