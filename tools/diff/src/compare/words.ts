import type { Word } from "../change/description.ts";

/**
 * Above this many cells of the comparison table, about 2,000 words against 2,000, what differs is replaced as a whole.
 */
const LARGEST_TABLE = 4_000_000;

/**
 * Compares two texts word by word. The parts are exact: those that are `same` or `gone` joined give the old text back,
 * those that are `same` or `added` the new one.
 */
export function compareWords(before: string, after: string): readonly Word[] {
  const old = tokens(before);
  const now = tokens(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end++;

  const middle = compareTokens(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const same = (list: readonly string[]): Word[] => list.map((text) => ({ op: "same", text }));
  return tidy([...same(old.slice(0, start)), ...middle, ...same(old.slice(old.length - end))]);
}

/** Words, runs of white space, and every other character by itself. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\s+|./gsu) ?? [];
}

/** The longest common subsequence, by the textbook table: texts are short, and the result does not depend on luck. */
function compareTokens(old: readonly string[], now: readonly string[]): readonly Word[] {
  const gone = (text: string): Word => ({ op: "gone", text });
  const added = (text: string): Word => ({ op: "added", text });
  if (old.length * now.length > LARGEST_TABLE) return [...old.map(gone), ...now.map(added)];

  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] as number;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const words: Word[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      words.push({ op: "same", text: old[i] as string });
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) words.push(gone(old[i++] as string));
    else words.push(added(now[j++] as string));
  }
  return [...words, ...old.slice(i).map(gone), ...now.slice(j).map(added)];
}

/** Joins neighbours, and draws white space between two differences into both: a phrase reads better than its crumbs. */
function tidy(words: readonly Word[]): readonly Word[] {
  const result: Word[] = [];
  let gone = "";
  let added = "";
  const flush = () => {
    if (gone !== "") result.push({ op: "gone", text: gone });
    if (added !== "") result.push({ op: "added", text: added });
    gone = "";
    added = "";
  };
  for (const [index, { op, text }] of words.entries()) {
    if (op === "gone") gone += text;
    else if (op === "added") added += text;
    else if (isSpace(text) && gone !== "" && added !== "" && (words[index + 1]?.op ?? "same") !== "same") {
      gone += text;
      added += text;
    } else {
      flush();
      const last = result.at(-1);
      if (last?.op === "same") result[result.length - 1] = { op, text: last.text + text };
      else result.push({ op, text });
    }
  }
  flush();
  return result;
}

const isSpace = (text: string): boolean => text.trim() === "";
