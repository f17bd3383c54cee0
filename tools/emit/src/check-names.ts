import { EmitError } from "./emit-error.ts";
import type { Enumeration } from "./enumerations.ts";
import { isIdentifier, stringLiteral } from "./escape.ts";

/** Names that generated modules use or declare themselves, and that TypeScript keeps for its own types. */
const TAKEN = new Set(
  (
    "Array Map Number Object Partial Pick ReadonlyMap ReadonlySet Set String " +
    "Deprecation Evidence KnownValue StandardProperties StandardResult StandardTarget StandardVocabulary Texts UnknownValue " +
    "any bigint boolean never number object string symbol undefined unknown"
  ).split(" "),
);

/** An exported name and what asks for it, for the message. */
export interface ExportedName {
  readonly name: string;
  readonly from: string;
}

/** Refuses exported names that cannot be declared, and two exports of one name. Reports all of them at once. */
export function checkExports(names: readonly ExportedName[]): void {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const { name, from } of names) {
    if (!isIdentifier(name))
      problems.push(`${from} asks for an export named ${stringLiteral(name)}, which is not an identifier.`);
    else if (TAKEN.has(name)) problems.push(`${from} asks for an export named ${name}, a name that is taken.`);
    const before = seen.get(name);
    if (before !== undefined)
      problems.push(`${from} and ${before} both ask for an export named ${name}: rename one in "exports".`);
    seen.set(name, from);
  }
  if (problems.length > 0) throw new EmitError(problems);
}

/** Refuses modules that cannot be file names, and two of the same name on a disk that folds letter case. */
export function checkModules(modules: readonly Enumeration[]): void {
  const problems: string[] = [];
  const seen = new Map<string, string>();
  for (const enumeration of modules) {
    const { module } = enumeration.exports;
    const from = nameOf(enumeration);
    if (!/^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/i.test(module)) {
      problems.push(
        `${from} asks for a module named ${stringLiteral(module)}: use letters, digits, "-", "_" and inner dots.`,
      );
    }
    const before = seen.get(module.toLowerCase());
    if (before !== undefined)
      problems.push(`${from} and ${before} both ask for a module named ${module}: rename one in "exports".`);
    seen.set(module.toLowerCase(), from);
  }
  if (problems.length > 0) throw new EmitError(problems);
}

/** How messages name an enumeration. */
export function nameOf(enumeration: Enumeration): string {
  const vocabulary = `vocabulary ${stringLiteral(enumeration.vocabulary)}`;
  return enumeration.attribute === undefined
    ? vocabulary
    : `attribute ${stringLiteral(enumeration.attribute)} of ${vocabulary}`;
}
