import { declaredNames, type Member, membersOf, syntaxError } from "./members.ts";
import type { Vocabulary, Word } from "./vocabulary.ts";

/** How many of how many. */
export interface Share {
  readonly kept: number;
  readonly of: number;
}

/** A word with the member that stands for it. */
interface Pair {
  readonly word: Word;
  readonly member: Member | undefined;
}

/** The files of one run, read once. */
export interface Output {
  readonly texts: readonly string[];
  readonly vocabularies: readonly { readonly pairs: readonly Pair[]; readonly members: readonly Member[] }[];
}

/** Finds each word's member: the one with its value, or, where values became numbers, the one with its name. */
export function outputOf(vocabularies: readonly Vocabulary[], texts: readonly string[]): Output {
  return {
    texts,
    vocabularies: vocabularies.map(({ name, words }) => {
      const members = membersOf(name, texts) ?? [];
      const numbers = members.some(({ value }) => typeof value === "number");
      const byKey = new Map(members.map((member) => [numbers ? withoutPrefix(member, name) : member.value, member]));
      const key = ({ value }: Word) => (numbers ? folded(value) : value);
      return { members, pairs: words.map((word) => ({ word, member: byKey.get(key(word)) })) };
    }),
  };
}

const folded = (name: string): string => name.replace(/[\W_]/g, "").toLowerCase();

function withoutPrefix({ name = "" }: Member, vocabulary: string): string {
  const prefix = folded(vocabulary);
  return folded(name).startsWith(prefix) ? folded(name).slice(prefix.length) : folded(name);
}

const pairsOf = ({ vocabularies }: Output): readonly Pair[] => vocabularies.flatMap(({ pairs }) => pairs);

function share(output: Output, kept: (pair: Pair) => boolean): Share {
  const pairs = pairsOf(output);
  return { kept: pairs.filter(kept).length, of: pairs.length };
}

/** How many values have a member. */
export function membersKept(output: Output): Share {
  return share(output, ({ member }) => member !== undefined);
}

/** How many members are the value as it is documented, and not a number in its place. */
export function valuesKept(output: Output): Share {
  return share(output, ({ word, member }) => member?.value === word.value);
}

/** Of how many members an editor shows the description exactly, in lines of its own. */
export function descriptionsExact(output: Output): Share {
  return share(output, ({ word, member }) => `\n${member?.text ?? ""}\n`.includes(`\n${word.text}\n`));
}

/** Whether exactly those members are marked as deprecated that are. */
export function deprecationCarried(output: Output): boolean {
  return pairsOf(output).every(
    ({ word, member }) => member !== undefined && member.deprecated === (word.deprecated !== undefined),
  );
}

/** Whether members stand in the order of the words. */
export function orderKept({ vocabularies }: Output): boolean {
  return vocabularies.every(({ members, pairs }) => {
    const places = pairs.map(({ member }) => (member === undefined ? -1 : members.indexOf(member)));
    return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? -1)));
  });
}

/** Whether a value has a name in code at all. */
export function hasNames(output: Output): boolean {
  return pairsOf(output).some(({ member }) => member?.name !== undefined);
}

/** What became of names: those that now stand for another value or are gone, and those that two values bear. */
export function namesMoved(before: Output, after: Output): readonly string[] {
  return after.vocabularies.flatMap(({ members, pairs }, index) => {
    const now = new Map(pairs.map(({ word, member }) => [word.value, member]));
    const moved = (before.vocabularies[index]?.pairs ?? []).flatMap(({ word, member }) => {
      const later = now.get(word.value);
      return later?.name === member?.name && later?.value === member?.value
        ? []
        : [`${member?.name} of ${word.value} became ${later?.name ?? "nothing"}`];
    });
    const names = members.map(({ name }) => name);
    const twice = new Set(names.filter((name, place) => names.indexOf(name) < place));
    return [...moved, ...Array.from(twice, (name) => `${name} twice`)];
  });
}

/** What hostile texts did to the files; undefined where they did nothing. */
export function harm(output: Output, planted: string): string | undefined {
  if (declaredNames(output.texts).has(planted)) return "a text became code";
  const error = syntaxError(output.texts);
  if (error !== undefined) return `does not parse: ${error}`;
  const pairs = pairsOf(output);
  const lost = pairs.filter(({ member }) => member === undefined);
  if (lost.length > 0)
    return `${lost.length} of ${pairs.length} values lost: ${lost.map(({ word }) => word.value).join(" ")}`;
  if (pairs.some(({ word, member }) => member?.deprecated !== (word.deprecated !== undefined)))
    return "a text became a tag: a value is shown as deprecated";
  return undefined;
}
