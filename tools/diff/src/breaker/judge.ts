import { columnsGone, tablesGone } from "./columns.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type BreakerLimits, defaultLimits } from "./limits.ts";
import type { Memory, VocabularyMemory } from "./memory.ts";
import type { Trip } from "./trip.ts";
import { descriptionsChanged, documentedIn, identifiersMoved, valuesGone } from "./values.ts";

/** Whether a change may be written without asking anybody. */
export type Verdict =
  | { readonly ok: true }
  /** `fingerprint` names this change: whoever accepts it accepts this one and no other. */
  | { readonly ok: false; readonly trips: readonly Trip[]; readonly fingerprint: string };

/**
 * Compares what was known with what would be known, and stops what looks broken. `before` is the ledger as it was
 * (`rememberLedger`), `after` the new catalog with its new ledger (`rememberCatalog`).
 */
export function judge(before: Memory, after: Memory, limits: Partial<BreakerLimits> = {}): Verdict {
  const all = { ...defaultLimits, ...limits };
  const pages = before.pages
    .filter((page) => !after.pages.includes(page))
    .map((page): Trip => ({ kind: "page-gone", page }));
  const vocabularies = [...before.vocabularies].flatMap(([id, old]) =>
    judgeVocabulary(id, old, after.vocabularies.get(id), all),
  );
  const trips = [...pages, ...vocabularies];
  return trips.length === 0 ? { ok: true } : { ok: false, trips, fingerprint: fingerprintOf(before, after) };
}

/** Whether a change may be written, given the fingerprints that a person accepted. */
export function isAccepted(verdict: Verdict, fingerprints: readonly string[]): boolean {
  return verdict.ok || fingerprints.includes(verdict.fingerprint);
}

/** A vocabulary that is gone as a whole is one thing to say, not many. */
function judgeVocabulary(
  vocabulary: string,
  before: VocabularyMemory,
  after: VocabularyMemory | undefined,
  limits: BreakerLimits,
): readonly Trip[] {
  const values = documentedIn(before).map(([value]) => value);
  if (values.length > 0 && (after === undefined || documentedIn(after).length === 0)) {
    return [{ kind: "vocabulary-gone", vocabulary, values }];
  }
  if (after === undefined) return [];
  const change = { vocabulary, before, after };
  return [
    ...tablesGone(change),
    ...columnsGone(change, limits),
    ...valuesGone(change, limits),
    ...descriptionsChanged(change, limits),
    ...identifiersMoved(change),
  ];
}
