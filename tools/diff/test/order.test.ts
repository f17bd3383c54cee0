import type { Catalog, Entry, Vocabulary } from "@flow-catalog/catalog";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bumpOf, diff } from "../src/index.ts";
import { arbCatalog } from "./arbitrary.ts";
import { catalog, describing, entry, tombstone, vocabulary } from "./build.ts";

const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

const shuffledRecord = <T>(of: Readonly<Record<string, T>>): fc.Arbitrary<Record<string, T>> =>
  shuffled(Object.entries(of)).map((pairs) => Object.fromEntries(pairs));

const shuffledEntry = (one: Entry): fc.Arbitrary<Entry> =>
  shuffled(one.descriptions).map((descriptions) => ({ ...one, descriptions }));

/** Rows in another order: documented values stay before tombstones. */
const shuffledVocabulary = (one: Vocabulary): fc.Arbitrary<Vocabulary> =>
  fc
    .tuple(
      shuffled(one.entries.filter(({ deprecated }) => deprecated === undefined)),
      shuffled(one.entries.filter(({ deprecated }) => deprecated !== undefined)),
    )
    .chain(([documented, gone]) => fc.tuple(...[...documented, ...gone].map(shuffledEntry)))
    .map((entries) => ({ ...one, entries }));

const arbReordered: fc.Arbitrary<readonly [Catalog, Catalog]> = arbCatalog.chain((a) =>
  fc
    .record({
      pages: shuffledRecord(a.pages),
      vocabularies: shuffledRecord(a.vocabularies).chain((of) =>
        fc
          .tuple(...Object.values(of).map(shuffledVocabulary))
          .map((list) => Object.fromEntries(Object.keys(of).map((id, index) => [id, list[index] as Vocabulary]))),
      ),
    })
    .map((b) => [a, { ...a, ...b }] as const),
);

test("rows, tables and pages in another order are changes of order and nothing else", () => {
  fc.assert(
    fc.property(arbReordered, ([a, b]) => {
      const changes = diff(a, b);
      expect(changes.filter(({ kind }) => kind !== "order-changed")).toEqual([]);
      expect(bumpOf(changes)).toBe(JSON.stringify(a) === JSON.stringify(b) ? "none" : "patch");
    }),
    { numRuns: 1000 },
  );
});

test("a value that goes and comes back ends where it began", () => {
  fc.assert(
    fc.property(arbCatalog, fc.nat(), (a, seed) => {
      const [id, old] = Object.entries(a.vocabularies)[seed % (Object.keys(a.vocabularies).length || 1)] ?? [];
      const gone = old?.entries.find(({ deprecated }) => deprecated === undefined);
      fc.pre(id !== undefined && old !== undefined && gone !== undefined);
      const without = { ...old, entries: [...old.entries.filter((one) => one !== gone), tombstone(gone)] };
      const b = { ...a, vocabularies: { ...a.vocabularies, [id]: without } };

      const there = diff(a, b);
      const back = diff(b, a);
      expect(there.filter(({ kind }) => kind !== "vocabulary-gone")).toMatchObject([
        { kind: "entry-gone", value: gone.value },
      ]);
      expect(back.filter(({ kind }) => kind !== "vocabulary-back")).toMatchObject([
        { kind: "entry-back", value: gone.value },
      ]);
      expect([bumpOf(there), bumpOf(back)]).toEqual(["minor", "minor"]);
    }),
    { numRuns: 1000 },
  );
});

const letters = (text: string): Catalog => catalog({ state: vocabulary([...text].map((letter) => entry(letter))) });

test.for([
  ["abcdef", "fabcde", ["f"]],
  ["abcdef", "bcdefa", ["a"]],
  ["abcdef", "abedcf", ["e", "d"]],
  ["abcdef", "acbdef", ["c"]],
] as const)("from %s to %s only what moved is named", ([from, to, keys]) => {
  const [change, ...others] = diff(letters(from), letters(to));
  expect(others).toEqual([]);
  expect(change).toMatchObject({ kind: "order-changed", moved: { length: keys.length } });
  expect(change?.kind === "order-changed" && change.moved.map(({ key }) => key)).toEqual(keys);
});

test("what is inserted, or goes to the tombstones, moves nothing", () => {
  const a = catalog({ state: vocabulary([entry("a"), entry("b"), entry("c")]) });
  const b = catalog({ state: vocabulary([entry("x"), entry("a"), entry("y"), entry("c"), tombstone(entry("b"))]) });
  expect(diff(a, b).map(({ kind }) => kind)).toEqual(["entry-added", "entry-added", "entry-gone"]);
});

test("a vocabulary that goes behind the others because it is gone moves nothing", () => {
  const there = vocabulary([entry("a")]);
  const gone = vocabulary([tombstone(entry("a"))]);
  const a = catalog({ s: there, t: there });
  const b = catalog({ t: there, s: gone });
  expect(diff(a, b).map(({ kind }) => kind)).toEqual(["vocabulary-gone", "entry-gone"]);
  expect(diff(b, a).map(({ kind }) => kind)).toEqual(["vocabulary-back", "entry-back"]);
});

test("descriptions that change places are known by their text", () => {
  const a = catalog({ state: vocabulary([entry("a", ["One", "Two", "Three"])]) });
  const b = catalog({ state: vocabulary([entry("a", ["Three", "One", "Two more"])]) });
  const changes = diff(a, b);
  expect(changes).toMatchObject([
    { kind: "description-changed", from: { text: "Two" }, to: { text: "Two more" } },
    { kind: "order-changed", list: { of: "descriptions", value: "a" }, moved: [{ key: "Three", after: null }] },
  ]);
});

test("a text that changed is compared with the one it is most like, not with the one in its place", () => {
  const a = entry("a", ["The door is open", "The light is on"]);
  const b = { ...a, descriptions: [describing("The light is on and bright"), describing("The door stands open")] };
  expect(diff(catalog({ s: vocabulary([a]) }), catalog({ s: vocabulary([b]) }))).toMatchObject([
    { kind: "description-changed", from: { text: "The light is on" }, to: { text: "The light is on and bright" } },
    { kind: "description-changed", from: { text: "The door is open" }, to: { text: "The door stands open" } },
    { kind: "order-changed" },
  ]);
});
