import type {
  Catalog,
  Description,
  Entry,
  Relation,
  Value,
  Vocabulary,
  VocabularyExports,
} from "@flow-catalog/catalog";

/** What becomes one enum: a vocabulary, or one attribute of a vocabulary's entries. */
export interface Enumeration {
  /** Vocabulary id. */
  readonly vocabulary: string;
  /** Attribute id, where it is an attribute that is enumerated. */
  readonly attribute?: string;
  readonly title: string;
  readonly type: "string" | "integer";
  readonly description?: Description;
  readonly exports: VocabularyExports;
  /** One per entry that has a value, in the order of the entries: documented ones first, then tombstones. */
  readonly members: readonly EnumerationMember[];
}

export interface EnumerationMember {
  /** The entry's name: members of an attribute are named like the entries they belong to. */
  readonly name: string;
  readonly value: Value;
  readonly entry: Entry;
}

/** Every enumeration of a catalog: each vocabulary, followed by its enumerated attributes. */
export function enumerations(catalog: Catalog): Enumeration[] {
  return Object.entries(catalog.vocabularies).flatMap(([id, vocabulary]) => [
    ofVocabulary(id, vocabulary),
    ...ofAttributes(id, vocabulary),
  ]);
}

function ofVocabulary(id: string, vocabulary: Vocabulary): Enumeration {
  const { title, type, description, exports, entries } = vocabulary;
  return {
    vocabulary: id,
    title,
    type,
    ...(description && { description }),
    exports,
    members: entries.map((entry) => ({ name: entry.name, value: entry.value, entry })),
  };
}

function ofAttributes(id: string, vocabulary: Vocabulary): Enumeration[] {
  return Object.entries(vocabulary.attributes ?? {}).flatMap(([attribute, { title, type, exports }]) => {
    if (exports === undefined) return [];
    const members = vocabulary.entries.flatMap((entry) => {
      const value = attributeOf(entry, attribute);
      return value === undefined ? [] : [{ name: entry.name, value, entry }];
    });
    return [{ vocabulary: id, attribute, title, type, exports, members }];
  });
}

/** An entry's attribute. Ids come from the configuration, so that one named like a method of objects is possible. */
export function attributeOf(entry: Entry, attribute: string): Value | undefined {
  const { attributes } = entry;
  return attributes !== undefined && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
}

/** The relations of an entry to another vocabulary, in the order of the documentation. */
export function relationsOf(entry: Entry, vocabulary: string): readonly Relation[] {
  const { relations } = entry;
  return relations !== undefined && Object.hasOwn(relations, vocabulary) ? (relations[vocabulary] ?? []) : [];
}
