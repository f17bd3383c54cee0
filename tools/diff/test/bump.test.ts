import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Bump,
  bumpOf,
  bumpOfChange,
  type ChangeKind,
  compareBumps,
  diff,
  greatestBump,
  meaningOf,
} from "../src/index.ts";
import { arbCatalog } from "./arbitrary.ts";
import { changeOf, samples } from "./samples.ts";

interface Row {
  readonly kind: ChangeKind;
  readonly when?: string;
  readonly bump: Bump;
}

const { kinds }: { kinds: readonly Row[] } = JSON.parse(
  readFileSync(new URL("./fixtures/change-kinds.json", import.meta.url), "utf8"),
);

const cases = Object.entries(samples).flatMap(([kind, pairs]) =>
  Object.entries(pairs).map(([when, pair]) => ({ kind, when, pair })),
);

test("every kind of change is in the table, and the table has no other", () => {
  const listed = kinds.map(({ kind, when = "" }) => `${kind} ${when}`);
  expect(listed.toSorted()).toEqual(cases.map(({ kind, when }) => `${kind} ${when}`).toSorted());
});

describe.for(kinds)("$kind $when", ({ kind, when = "", bump }) => {
  const pair = samples[kind][when];

  test(`asks for ${bump}`, () => {
    expect(pair && bumpOfChange(changeOf(kind, pair))).toBe(bump);
  });

  test("is the only change of its catalogs, or explained by the one that comes with it", () => {
    const found = (pair === undefined ? [] : diff(...pair)).map((change) => change.kind);
    const companions = { "vocabulary-gone": ["entry-gone"], "vocabulary-back": ["entry-back"] } as Partial<
      Record<ChangeKind, ChangeKind[]>
    >;
    expect(found).toEqual([kind, ...(companions[kind] ?? [])]);
  });

  test("says what it means in whole sentences", () => {
    expect(pair && meaningOf(changeOf(kind, pair))).toMatch(/^[A-Z].*[.]$/);
  });
});

test("an unknown kind is an error and not a bump", () => {
  expect(() => bumpOfChange({ kind: "nonsense" } as never)).toThrow('There is no kind of change "nonsense"');
});

test("the bump of a list is the greatest of its parts", () => {
  fc.assert(
    fc.property(arbCatalog, arbCatalog, fc.nat(), (a, b, at) => {
      const changes = diff(a, b);
      const cut = at % (changes.length + 1);
      const parts = [bumpOf(changes.slice(0, cut)), bumpOf(changes.slice(cut))];
      expect(bumpOf(changes)).toBe(greatestBump(parts));
      expect(bumpOf(changes)).toBe(greatestBump(changes.map(bumpOfChange)));
      expect(bumpOf(changes) === "none").toBe(changes.length === 0);
    }),
    { numRuns: 1000 },
  );
});

test("bumps are ordered", () => {
  const sorted = (["major", "none", "minor", "patch"] as const).toSorted(compareBumps);
  expect(sorted).toEqual(["none", "patch", "minor", "major"]);
});
