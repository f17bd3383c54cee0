import type { Catalog } from "@flow-catalog/catalog";
import type { Enumeration } from "../enumerations.ts";
import { identifier, literal } from "../escape.ts";
import { headerLines, pagesOf } from "../header.ts";
import { memberDoc } from "../member-doc.ts";
import type { Member, SourceFile } from "../statement.ts";

/**
 * `constants/<module>.ts`: one flat constant per member. Imported as a namespace it reads like the enum and costs only
 * the values that are used. Each constant has the type of its member, so that the two can be mixed.
 */
export function constantsFile(catalog: Catalog, enumeration: Enumeration): SourceFile {
  const { type, module } = enumeration.exports;
  const alias = freeName(type, new Set(enumeration.members.map((member) => member.name)));
  return {
    path: `constants/${module}.ts`,
    header: headerLines(catalog, pagesOf(catalog, [enumeration])),
    statements: [
      { kind: "import", names: [alias === type ? type : { name: type, alias }], from: `../enums/${module}.js` },
      { kind: "constants", members: members(catalog, enumeration, alias) },
    ],
  };
}

function* members(catalog: Catalog, enumeration: Enumeration, alias: string): Generator<Member> {
  for (const member of enumeration.members) {
    yield {
      name: identifier(member.name),
      value: `${literal(member.value)} as ${alias}.${member.name}`,
      docs: memberDoc(catalog, enumeration, member, (name) => name),
    };
  }
}

/** A member may be named like its enum: `State.State`. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? freeName(`${name}Enum`, taken) : name;
}
