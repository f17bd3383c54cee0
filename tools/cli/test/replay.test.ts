import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";
import { catalog } from "./project.ts";

// The history and what to say of it were written down before the code that says it; the diff stage judges it at the
// level of catalogs, and here the pages go through the real chain.
const folder = join(repository, "tools/diff/test/fixtures/replay");

type Pattern = Readonly<Record<string, unknown>>;

interface Expected {
  readonly file: string;
  readonly verdict: string;
  readonly bump: string;
  readonly changes: readonly Pattern[];
  readonly rules?: readonly string[];
  readonly trips?: readonly Pattern[];
  readonly proposals?: readonly Pattern[];
  readonly accepted?: boolean;
}

interface Said {
  readonly label: string;
  readonly verdict: string;
  readonly report?: {
    readonly bump: string;
    readonly changes: readonly Pattern[];
    readonly renames: readonly Pattern[];
  };
  readonly diagnostics?: readonly { readonly rule: string }[];
  readonly trips?: readonly Pattern[];
  readonly fingerprint?: string;
}

const { revisions: expected }: { revisions: readonly Expected[] } = JSON.parse(
  readFileSync(join(folder, "expected.json"), "utf8"),
);

async function replay() {
  const accept = expected.filter(({ accepted }) => accepted === true).map(({ file }) => file);
  const files = expected.map(({ file }) => join(folder, file));
  const argv = [
    "replay",
    "--json",
    "--page",
    "brewer",
    "--config",
    join(folder, "catalog.config.ts"),
    "--accept",
    accept.join(","),
    ...files,
  ];
  const { exit, out, err } = await catalog(folder, argv);
  expect([exit, err]).toEqual([0, ""]);
  return JSON.parse(out) as { revisions: readonly Said[]; totals: Pattern };
}

const isDigest = (change: Pattern) =>
  (change.kind === "page-changed" && change.field === "hash") || change.kind === "source-changed";
const name = (change: Pattern) =>
  JSON.stringify([change.kind, change.vocabulary ?? "", change.value ?? "", change.related ?? ""]);
const sorted = (list: readonly Pattern[]) => list.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));

/** One change for each of a pattern's `values`. */
const expand = (patterns: readonly Pattern[]) =>
  patterns.flatMap(({ values, moved, ...rest }) => {
    const pattern = Array.isArray(moved)
      ? { ...rest, moved: moved.map((key) => expect.objectContaining({ key })) }
      : rest;
    return Array.isArray(values) ? values.map((value) => ({ ...pattern, value })) : [pattern];
  });

describe("catalog replay", async () => {
  const { revisions, totals } = await replay();

  it("has at least thirty revisions to replay", () => {
    expect(revisions.length).toBe(expected.length);
    expect(revisions.length).toBeGreaterThanOrEqual(30);
  });

  it.each(expected.map((revision, index) => [revision.file, revision, index] as const))("%s", (_, revision, index) => {
    const said = revisions[index] as Said;
    expect(said.verdict).toBe(revision.verdict);
    if (revision.verdict === "rejected") {
      expect([...new Set(said.diagnostics?.map(({ rule }) => rule))]).toEqual(revision.rules);
      return;
    }
    expect(said.report?.bump).toBe(revision.bump);
    const changes = said.report?.changes.filter((change) => !isDigest(change)) ?? [];
    expect(sorted(changes)).toEqual(sorted(expand(revision.changes)).map((one) => expect.objectContaining(one)));
    expect(said.report?.renames).toEqual((revision.proposals ?? []).map((one) => expect.objectContaining(one)));
  });

  it("adds up what would have been released", () => {
    const count = (verdict: string) => expected.filter((revision) => revision.verdict === verdict).length;
    expect(totals.verdicts).toEqual(
      Object.fromEntries(
        ["ok", "cosmetic", "unchanged", "refused", "rejected"].flatMap((verdict) =>
          count(verdict) > 0 ? [[verdict, count(verdict)]] : [],
        ),
      ),
    );
  });
});
