import type { Vocabulary } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import { type At, report, rules } from "./rules.ts";

/** Every name that a vocabulary puts into the public API, with what bears it. */
function exportedNames(vocabulary: Pick<Vocabulary, "exports" | "relations" | "attributes">): readonly string[] {
  const attributes = Object.values(vocabulary.attributes ?? {}).flatMap((attribute) => attribute.exports ?? []);
  const relations = Object.values(vocabulary.relations ?? {});
  return [
    ...[vocabulary.exports, ...attributes].flatMap(({ type, list }) => [
      type,
      `${type}Value`,
      `Open${type}`,
      `is${type}`,
      `describe${type}`,
      `${type.charAt(0).toLowerCase()}${type.slice(1)}Schema`,
      `open${type}Schema`,
      list,
    ]),
    ...attributes.flatMap(({ to, from }) => [to, from]),
    ...relations.flatMap(({ to, from }) => [to, from].filter((name) => name !== undefined)),
  ];
}

/** Modules are files: two that differ only in case are one on some systems. */
function modules(vocabulary: Pick<Vocabulary, "exports" | "attributes">): readonly string[] {
  const attributes = Object.values(vocabulary.attributes ?? {}).flatMap((attribute) => attribute.exports ?? []);
  return [vocabulary.exports, ...attributes].map(({ module }) => module.toLowerCase());
}

/** Reports names that two vocabularies would both export. */
export function checkExports(
  vocabularies: readonly (readonly [id: string, vocabulary: Vocabulary, origin: At])[],
): readonly Diagnostic[] {
  const owners = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [id, vocabulary, origin] of vocabularies) {
    const all = [
      ...exportedNames(vocabulary).map((name) => `the name ${name}`),
      ...modules(vocabulary).map((module) => `the module ${module}`),
    ];
    for (const name of all) {
      const owner = owners.get(name);
      if (owner === undefined) owners.set(name, id);
      else
        diagnostics.push(
          report(rules.exportCollision, origin, `The vocabularies ${owner} and ${id} both export ${name}`),
        );
    }
  }
  return diagnostics;
}
