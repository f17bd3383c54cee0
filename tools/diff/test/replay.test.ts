import { readdirSync, readFileSync } from "node:fs";
import type { Catalog } from "@flow-catalog/catalog";
import { describe, expect, test } from "vitest";
import {
  bumpOf,
  type Change,
  diff,
  emptyCatalog,
  extentOf,
  isAccepted,
  isDigest,
  judge,
  proposeRenames,
  rememberCatalog,
} from "../src/index.ts";
import { naiveCatalog } from "./naive-catalog.ts";

// The pages and what to say of them were written before the code that says it. Here the pages are read in the plainest
// way; the command line replays the same folder through the real stages.

type Pattern = Readonly<Record<string, unknown>>;

interface Revision {
  readonly file: string;
  readonly verdict: "unchanged" | "cosmetic" | "ok" | "refused" | "rejected";
  readonly bump: string;
  readonly changes: readonly Pattern[];
  readonly rules?: readonly string[];
  readonly trips?: readonly Pattern[];
  readonly proposals?: readonly Pattern[];
  readonly accepted?: boolean;
}

const folder = new URL("./fixtures/replay/", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, folder), "utf8");
const { revisions }: { revisions: readonly Revision[] } = JSON.parse(read("expected.json"));

const start = emptyCatalog({ $schema: "./catalog.schema.json" });

/** Every revision with what it is compared with: the last one that was taken in. */
function replay(): readonly (Revision & { before: Catalog; after: ReturnType<typeof naiveCatalog> })[] {
  let taken = start;
  return revisions.map((revision) => {
    const before = taken;
    const after = naiveCatalog(read(revision.file), before === start ? undefined : before);
    const isTaken = revision.verdict !== "refused" && !("rejected" in after);
    if (isTaken) taken = after;
    return { ...revision, before, after };
  });
}

/** One change for each of a pattern's `values`; the moved keys of an order alone. */
function expand(patterns: readonly Pattern[]): readonly Pattern[] {
  return patterns.flatMap(({ values, moved, ...rest }) => {
    const pattern = Array.isArray(moved)
      ? { ...rest, moved: moved.map((key) => expect.objectContaining({ key })) }
      : rest;
    return Array.isArray(values) ? values.map((value) => ({ ...pattern, value })) : [pattern];
  });
}

const name = (change: Pattern): string =>
  JSON.stringify([change.kind, change.vocabulary ?? "", change.value ?? "", change.related ?? ""]);
const sort = (list: readonly Pattern[]): readonly Pattern[] => list.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));

function verdictOf(
  { before, after }: { before: Catalog; after: Catalog },
  changes: readonly Change[],
  accepted: boolean,
): string {
  const verdict = judge(rememberCatalog(before), rememberCatalog(after));
  if (!isAccepted(verdict, accepted && !verdict.ok ? [verdict.fingerprint] : [])) return "refused";
  const extent = extentOf(changes);
  if (extent === "none") return "unchanged";
  return extent === "cosmetic" ? "cosmetic" : "ok";
}

test("every page of the history has its expectation, and there are enough", () => {
  const pages = readdirSync(folder).filter((file) => file.endsWith(".md"));
  expect(revisions.map(({ file }) => file)).toEqual(pages.toSorted());
  expect(pages.length).toBeGreaterThanOrEqual(30);
});

describe.for(replay())("$file", (revision) => {
  const { before, after, accepted = false } = revision;

  test(`is ${revision.verdict}, ${revision.bump}`, () => {
    if ("rejected" in after) {
      expect({ verdict: "rejected", rules: [after.rejected] }).toEqual({
        verdict: revision.verdict,
        rules: revision.rules,
      });
      return;
    }
    const changes = diff(before, after);
    const said = changes.filter((change) => !isDigest(change));
    expect(sort(said as unknown as Pattern[])).toEqual(sort(expand(revision.changes)).map((one) => matching(one)));
    expect(bumpOf(changes)).toBe(revision.bump);
    expect(verdictOf({ before, after }, changes, accepted)).toBe(revision.verdict);

    const verdict = judge(rememberCatalog(before), rememberCatalog(after));
    expect(verdict.ok ? [] : verdict.trips).toEqual((revision.trips ?? []).map((one) => expect.objectContaining(one)));
    expect(proposeRenames(before, after)).toEqual(
      (revision.proposals ?? []).map((one) => expect.objectContaining(one)),
    );
  });
});

const matching = (pattern: Pattern) => expect.objectContaining(pattern);
