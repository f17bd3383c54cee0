import type { Entry, Vocabulary } from "@flow-catalog/catalog";
import type { Words } from "../api/types/index.ts";
import { readable } from "./readable.ts";

/** One vocabulary of the catalog by its values, and in words. */
export interface VocabularyIndex {
  readonly id: string;
  readonly vocabulary: Vocabulary;
  /** The values as text, in the order of the documentation. */
  readonly values: readonly string[];
  entry(value: string): Entry | null;
  /** Any value in words: of one that the catalog does not know, its readable form. */
  words(value: string): Words;
  /** Like `words`, with null for null. */
  optional(value: string | null): Words | null;
}

export function indexVocabulary(id: string, vocabulary: Vocabulary): VocabularyIndex {
  const entries = new Map(vocabulary.entries.map((entry) => [String(entry.value), entry]));
  const known = new Map([...entries].map(([value, entry]) => [value, wordsOf(value, entry)]));
  const words = (value: string): Words =>
    known.get(value) ?? { value, title: readable(value), known: false, descriptions: [] };
  return {
    id,
    vocabulary,
    values: [...entries.keys()],
    entry: (value) => entries.get(value) ?? null,
    words,
    optional: (value) => (value === null ? null : words(value)),
  };
}

function wordsOf(value: string, { title, descriptions }: Entry): Words {
  return { value, title, known: true, descriptions: descriptions.map(({ text }) => text) };
}
