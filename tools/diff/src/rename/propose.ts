import type { Catalog, Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Word } from "../change/description.ts";
import { own } from "../compare/record.ts";
import { compareWords } from "../compare/words.ts";
import { type Candidate, findCandidates } from "./candidates.ts";

/** A value that went and one that came and seem to be the same under two names. Only a person can confirm it. */
export interface RenameProposal {
  readonly vocabulary: string;
  readonly from: Value;
  readonly to: Value;
  readonly evidence: RenameEvidence;
}

export interface RenameEvidence {
  /**
   * How much of what the descriptions say is shared, from 0 to 1, words weighted by how rare they are. 1: the same
   * text.
   */
  readonly text: number;
  /** How much of the values is shared, from 0 to 1. */
  readonly value: number;
  /** The descriptions word by word, all paragraphs in one. */
  readonly words: readonly Word[];
}

/**
 * Finds renames among the values that went and came between two catalogs. It would rather miss one than propose a wrong
 * one: only pairs that are each other's best match by a clear margin count, a text that other entries bear too is no
 * evidence by itself, and siblings are told from renames. A value whose successor is confirmed is not proposed again.
 */
export function proposeRenames(before: Catalog, after: Catalog): readonly RenameProposal[] {
  return Object.entries(after.vocabularies).flatMap(([id, now]) => {
    const old = own(before.vocabularies, id);
    return old === undefined ? [] : proposeIn(id, old, now);
  });
}

function proposeIn(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly RenameProposal[] {
  const old = new Map(before.entries.map((entry) => [entry.value, entry]));
  const now = new Map(after.entries.map((entry) => [entry.value, entry]));
  const gone = before.entries.filter(({ value, deprecated }) => {
    const entry = now.get(value);
    const left = entry === undefined || (entry.deprecated !== undefined && entry.deprecated.successor === undefined);
    return deprecated === undefined && left;
  });
  const added = after.entries.filter(({ value, deprecated }) => deprecated === undefined && !old.has(value));
  if (gone.length === 0 || added.length === 0) return [];

  // Old tombstones are no rivals: after two renames in a row the text of the first one stands there still.
  const everyone = [...before.entries.filter(({ deprecated }) => deprecated === undefined), ...added];
  return clearMatches(findCandidates(gone, added, everyone)).map(({ from, to, text, value }) => ({
    vocabulary,
    from: from.value,
    to: to.value,
    evidence: { text: round(text), value: round(value), words: compareWords(textOf(from), textOf(to)) },
  }));
}

/** How far ahead of every rival a match must be. */
const MARGIN = 0.1;

/** Pairs that are each other's best match, and no rival comes near. A text that only these two bear needs no margin. */
function clearMatches(candidates: readonly Candidate[]): readonly Candidate[] {
  const byGone = Map.groupBy(candidates, ({ from }) => from);
  const byAdded = Map.groupBy(candidates, ({ to }) => to);
  return candidates.filter((candidate) => {
    if (!candidate.eligible) return false;
    if (candidate.unique) return true;
    const rivals = [...(byGone.get(candidate.from) ?? []), ...(byAdded.get(candidate.to) ?? [])];
    return rivals.every((rival) => rival === candidate || candidate.score - rival.score >= MARGIN);
  });
}

const textOf = ({ descriptions }: Entry): string => descriptions.map(({ text }) => text).join("\n\n");

const round = (share: number): number => Math.round(share * 100) / 100;
