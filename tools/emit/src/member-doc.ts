import type { Catalog, Description, Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import { attributeOf, type Enumeration, type EnumerationMember, relationsOf } from "./enumerations.ts";
import { commentLines, commentLink, commentText, commentValue } from "./escape.ts";
import type { Doc } from "./statement.ts";
import { deprecatedText, evidenceText, goneText, sourceText } from "./words.ts";

/** How a comment links to another member: `FlowState.Other` from an enum, `Other` from a flat constant. */
export type MemberLink = (name: string) => string;

/** What a reader sees when pointing at a member: what the pages say of it, where, and how far to trust it. */
export function memberDoc(
  catalog: Catalog,
  enumeration: Enumeration,
  member: EnumerationMember,
  link: MemberLink,
): Doc {
  const { entry } = member;
  const vocabulary = catalog.vocabularies[enumeration.vocabulary] as Vocabulary;
  const texts = descriptionLines(entry.descriptions.map((each) => each.text));
  const paragraphs = [
    texts.length > 0 ? texts : [commentText(entry.title)],
    ...facts(catalog, vocabulary, enumeration, entry).map((fact) => [fact]),
    ...(entry.notes ?? []).map((note) => commentLines(`Note: ${note}`)),
  ];
  const tags = [...sourceTags(catalog, entry), ...deprecatedTag(enumeration, entry, link)];
  return [...paragraphs, ...(tags.length > 0 ? [tags] : [])].flatMap((lines, index) =>
    index === 0 ? lines : ["", ...lines],
  );
}

/** One text as it is, several as a list. */
export function descriptionLines(texts: readonly string[]): string[] {
  const blocks = texts.map(commentLines).filter((lines) => lines.length > 0);
  if (blocks.length < 2) return blocks.flat();
  return blocks.flatMap(([first = "", ...others]) => [
    `- ${first}`,
    ...others.map((line) => (line === "" ? "" : `  ${line}`)),
  ]);
}

function facts(catalog: Catalog, vocabulary: Vocabulary, enumeration: Enumeration, entry: Entry): string[] {
  return [
    ...(enumeration.attribute === undefined ? [] : [fact(vocabulary.title, [commentValue(entry.value)])]),
    ...Object.keys(vocabulary.relations ?? {}).flatMap((id) => relationFact(catalog, id, entry)),
    ...Object.entries(vocabulary.attributes ?? {}).flatMap(([id, kind]) => {
      const value = id === enumeration.attribute || kind.values !== undefined ? undefined : attributeOf(entry, id);
      return value === undefined
        ? []
        : [fact(kind.title, [typeof value === "string" ? commentText(value) : commentValue(value)])];
    }),
    ...sortedFact(vocabulary, entry),
    ...evidenceText(entry.evidence).map(commentText),
  ];
}

/** How the entry is sorted by hand, in one line that says so: no page has it. */
function sortedFact({ attributes = {} }: Vocabulary, entry: Entry): string[] {
  const sorted = Object.entries(attributes).flatMap(([id, { title, values }]) => {
    const found = values?.find(({ value }) => value === attributeOf(entry, id));
    return found === undefined ? [] : [`${title}: ${found.title}`];
  });
  return sorted.length === 0 ? [] : [commentText(`${sorted.join(", ")} (sorted by hand)`)];
}

function relationFact(catalog: Catalog, id: string, entry: Entry): string[] {
  const relations = relationsOf(entry, id);
  if (relations.length === 0) return [];
  const values = relations.map(({ value, lastSeen }) =>
    [commentValue(value), ...goneText(lastSeen).map(commentText)].join(" "),
  );
  return [fact(catalog.vocabularies[id]?.title ?? id, values)];
}

function fact(title: string, values: readonly string[]): string {
  return `${commentText(title)}: ${values.join(", ")}`;
}

/** One `@see` for each place that describes the entry. */
function sourceTags(catalog: Catalog, entry: Entry): string[] {
  return [...new Set(entry.descriptions.map((description) => `@see ${sourceLink(catalog, description)}`))];
}

function sourceLink(catalog: Catalog, { source }: Description): string {
  return commentLink(sourceText(catalog, source), catalog.pages[source.page]?.url ?? null);
}

function deprecatedTag(enumeration: Enumeration, { deprecated }: Entry, link: MemberLink): string[] {
  if (deprecated === undefined) return [];
  const { lastSeen, successor } = deprecated;
  const gone = deprecatedText({ lastSeen }).map((text) => `@deprecated ${commentText(text)}`);
  return successor === undefined ? gone : [`${gone} Use ${successorLink(enumeration, successor, link)} instead.`];
}

function successorLink(enumeration: Enumeration, successor: Value, link: MemberLink): string {
  const member = enumeration.members.find(({ entry }) => entry.value === successor);
  return member === undefined ? commentValue(successor) : `{@link ${link(member.name)}}`;
}
