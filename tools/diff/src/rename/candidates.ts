import type { Entry } from "@flow-catalog/catalog";
import { areSiblings, type Described } from "./sibling.ts";
import { similarity, type Weights, weigh, weightsOf } from "./weights.ts";
import { describedAs, wordsOf, wordsOfValue } from "./words.ts";

/** A pair that has something in common. */
export interface Candidate {
  readonly from: Entry;
  readonly to: Entry;
  /** Likeness of the descriptions and of the values, each from 0 to 1, and both in one. */
  readonly text: number;
  readonly value: number;
  readonly score: number;
  /** Whether the pair may be proposed at all, if it has no rival. */
  readonly eligible: boolean;
  /** Whether both bear the same text and nobody else does. */
  readonly unique: boolean;
}

/**
 * From here on descriptions are nearly the same. Weighted by rarity, texts of one template ("The x screen is shown")
 * stay well below it, and a text that gained or lost a few words well above.
 */
const NEARLY_SAME = 0.7;
/** Rivals are looked at from here on, so that a match that is barely better than another one counts as unclear. */
const RIVAL = 0.5;
/** How much alike values must be where the descriptions are the same but prove nothing. */
const SIMILAR_VALUES = 0.5;
/** How much alike values must be where the descriptions are nearly the same. Two numbers never are. */
const RELATED_VALUES = 0.2;
/**
 * Where more entries than these look alike at first sight, only those with the same text get a second look, and where
 * more than these bear the same text, it proves nothing.
 */
const MANY = 200;
/** Descriptions with fewer words say too little to be evidence by themselves. */
const FEWEST_WORDS = 2;
/** The description decides; the value breaks ties between equal descriptions. */
const TEXT_SHARE = 0.8;

interface Profile extends Described {
  readonly entry: Entry;
}

/**
 * All pairs of a value that went and one that came that resemble each other. `everyone` is all that was or is
 * documented.
 */
export function findCandidates(
  gone: readonly Entry[],
  added: readonly Entry[],
  everyone: readonly Entry[],
): readonly Candidate[] {
  const profiles = new Map(everyone.map((entry) => [entry, profileOf(entry)]));
  const weights = weightsOf([...profiles.values()].map(({ text }) => text));
  const bearers = Map.groupBy(profiles.values(), ({ described }) => described);
  const newcomers = added.map((entry) => profiles.get(entry) as Profile);
  const index = indexByWord(newcomers);
  const byText = Map.groupBy(newcomers, ({ described }) => described);

  return gone.flatMap((entry) => {
    const from = profiles.get(entry) as Profile;
    const lists = decisiveWords(from.text, weights).map((word) => index.get(word) ?? []);
    const crowded = lists.some((list) => list.length > MANY);
    const alike = crowded ? [] : [...new Set(lists.flat())];
    const near = crowded || alike.length > MANY ? (byText.get(from.described) ?? []) : alike;
    if (near.length > MANY) return [];
    return near.flatMap((to) => {
      const unique = bearers.get(from.described)?.length === 2;
      const candidate = compare(from, to, weights, unique);
      return candidate.text >= RIVAL ? [candidate] : [];
    });
  });
}

function compare(from: Profile, to: Profile, weights: Weights, aloneWithText: boolean): Candidate {
  const same = from.described === to.described;
  const telling = from.text.size >= FEWEST_WORDS;
  const text = same ? 1 : similarity(from.text, to.text, weights);
  const value = similarity(from.value, to.value, () => 1);
  const unique = same && aloneWithText && telling;
  const nearly = telling && text >= NEARLY_SAME && value >= RELATED_VALUES && !areSiblings(from, to);
  const eligible = same ? unique || value >= SIMILAR_VALUES : nearly;
  return {
    from: from.entry,
    to: to.entry,
    text,
    value,
    score: TEXT_SHARE * text + (1 - TEXT_SHARE) * value,
    eligible,
    unique,
  };
}

function profileOf(entry: Entry): Profile {
  const described = describedAs(entry);
  return { entry, described, text: wordsOf(described), value: wordsOfValue(entry) };
}

function indexByWord(profiles: readonly Profile[]): ReadonlyMap<string, readonly Profile[]> {
  const index = new Map<string, Profile[]>();
  for (const profile of profiles) {
    for (const word of profile.text) {
      const list = index.get(word);
      if (list === undefined) index.set(word, [profile]);
      else list.push(profile);
    }
  }
  return index;
}

/**
 * The rarest words of a text, as many as outweigh what a rival may lack: a text that shares none of them cannot be
 * alike enough, so that only a few pairs need a closer look.
 */
function decisiveWords(words: ReadonlySet<string>, weights: Weights): readonly string[] {
  const rarest = [...words].toSorted((a, b) => weights(b) - weights(a));
  const enough = (1 - RIVAL) * weigh(words, weights);
  const decisive: string[] = [];
  for (let weight = 0; decisive.length < rarest.length && weight <= enough; ) {
    const word = rarest[decisive.length] as string;
    decisive.push(word);
    weight += weights(word);
  }
  return decisive;
}
