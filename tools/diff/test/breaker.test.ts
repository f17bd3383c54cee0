import type { Catalog, Entry, Vocabulary } from "@flow-catalog/catalog";
import type { Ledger, LedgerVocabulary } from "@tools/compile";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BreakerLimits,
  describeTrip,
  isAccepted,
  judge,
  rememberCatalog,
  rememberLedger,
  type Trip,
} from "../src/index.ts";
import { arbCatalog } from "./arbitrary.ts";
import { catalog, describing, entry, tombstone, vocabulary } from "./build.ts";

const many = (count: number): Entry[] => Array.from({ length: count }, (_, index) => entry(`v${index}`));

function trips(before: Vocabulary, after: Vocabulary, limits: Partial<BreakerLimits> = {}): readonly Trip[] {
  const verdict = judge(rememberCatalog(catalog({ s: before })), rememberCatalog(catalog({ s: after })), limits);
  return verdict.ok ? [] : verdict.trips;
}

const kinds = (...args: Parameters<typeof trips>): readonly string[] => trips(...args).map(({ kind }) => kind);

test("a catalog that stays as it is passes", () => {
  fc.assert(
    fc.property(arbCatalog, (a) => {
      expect(judge(rememberCatalog(a), rememberCatalog(structuredClone(a)))).toEqual({ ok: true });
    }),
    { numRuns: 300 },
  );
});

describe("values gone", () => {
  const lose = (count: number, of: number): readonly [Vocabulary, Vocabulary] => {
    const all = many(of);
    return [vocabulary(all), vocabulary(all.map((one, index) => (index < count ? tombstone(one) : one)))];
  };

  test.for([
    [2, 5, false],
    [3, 5, true],
    [3, 30, true],
    [3, 31, false],
    [6, 70, false],
    [7, 70, true],
    [8, 80, true],
    [7, 80, false],
  ] as const)("%i of %i stops: %s", ([count, of, stops]) => {
    expect(kinds(...lose(count, of))).toEqual(stops ? ["values-gone"] : []);
  });

  test("says which and out of how many", () => {
    expect(trips(...lose(3, 5))).toEqual([{ kind: "values-gone", vocabulary: "s", values: ["v0", "v1", "v2"], of: 5 }]);
  });

  test("counts values that are not even tombstones, and not old tombstones", () => {
    const all = many(20);
    expect(kinds(vocabulary(all), vocabulary(all.slice(3)))).toEqual(["values-gone"]);
    const old = vocabulary([...all.slice(3), ...all.slice(0, 3).map((one) => tombstone(one))]);
    expect(kinds(old, vocabulary(all.slice(3)))).toEqual([]);
  });

  test("does not count a rename that a person confirmed", () => {
    const all = many(10);
    const renamed = all.slice(0, 5).flatMap((one) => [tombstone(one, `new_${one.value}`), entry(`new_${one.value}`)]);
    expect(kinds(vocabulary(all), vocabulary([...all.slice(5), ...renamed]))).toEqual([]);
  });

  test("keeps to limits that are given", () => {
    const [before, after] = lose(2, 5);
    expect(kinds(before, after, { valuesGoneCount: 2 })).toEqual(["values-gone"]);
    expect(kinds(...lose(3, 5), { valuesGoneShare: 0.7 })).toEqual([]);
  });
});

describe("a vocabulary gone", () => {
  const gone = [{ kind: "vocabulary-gone", vocabulary: "s", values: ["v0"] }];

  test("is one trip, however small it is, as tombstones or altogether", () => {
    const before = catalog({ s: vocabulary(many(1)) });
    const buried = catalog({ s: vocabulary(many(1).map((one) => tombstone(one))) });
    for (const after of [buried, catalog({})]) {
      expect(judge(rememberCatalog(before), rememberCatalog(after))).toMatchObject({ ok: false, trips: gone });
    }
  });

  test("is not reported once it is known", () => {
    const buried = catalog({ s: vocabulary(many(4).map((one) => tombstone(one))) });
    expect(judge(rememberCatalog(buried), rememberCatalog(buried))).toEqual({ ok: true });
  });
});

test("a page gone", () => {
  const before = catalog({});
  const verdict = judge(rememberCatalog(before), rememberCatalog({ ...before, pages: {} }));
  expect(verdict).toMatchObject({ ok: false, trips: [{ kind: "page-gone", page: "page" }] });
});

describe("descriptions changed", () => {
  const reword = (
    count: number,
    of: number,
    say = (text: string) => `Else: ${text}`,
  ): readonly [Vocabulary, Vocabulary] => {
    const texts = Array.from({ length: of }, (_, index) => `Text ${index} "x"`);
    const make = (list: readonly string[]) => vocabulary(list.map((text, index) => entry(`v${index}`, text)));
    return [make(texts), make(texts.map((text, index) => (index < count ? say(text) : text)))];
  };

  test.for([
    [1, 1, false],
    [2, 2, true],
    [2, 4, false],
    [3, 4, true],
    [5, 9, true],
    [4, 9, false],
    [40, 80, false],
    [41, 80, true],
  ] as const)("%i of %i stops: %s", ([count, of, stops]) => {
    expect(kinds(...reword(count, of))).toEqual(stops ? ["descriptions-changed"] : []);
  });

  test("does not count how texts are written", () => {
    expect(kinds(...reword(9, 9, (text) => text.replace('"x"', "“x” ")))).toEqual([]);
  });

  test("does not count values that went or came", () => {
    const a = vocabulary([entry("a", "A"), entry("b", "B"), entry("c", "C")]);
    const b = vocabulary([entry("a", "A"), tombstone(entry("b", "Else")), entry("d", "D"), entry("e", "E")]);
    expect(kinds(a, b)).toEqual([]);
  });

  test("counts each of several texts of one value", () => {
    const a = vocabulary([entry("a", ["A", "B", "C"])]);
    expect(trips(a, vocabulary([entry("a", ["A", "X", "Y"])]))).toEqual([
      { kind: "descriptions-changed", vocabulary: "s", values: ["a"], changed: 2, of: 3 },
    ]);
  });
});

describe("a column gone", () => {
  const attributes = { level: { title: "Level", type: "string" } } as const;
  const carrying = (levels: readonly (string | undefined)[]): Vocabulary =>
    vocabulary(
      levels.map((level, index) => entry(`v${index}`, "A", level === undefined ? {} : { attributes: { level } })),
      { attributes },
    );

  test("stops when no value carries any more what it said", () => {
    expect(trips(carrying(["x", "y", undefined]), carrying([undefined, undefined, undefined]))).toEqual([
      { kind: "column-gone", vocabulary: "s", column: "Level", values: ["v0", "v1"] },
    ]);
  });

  test("does not stop for one emptied cell, or while another value still carries it", () => {
    expect(kinds(carrying(["x", undefined]), carrying([undefined, undefined]))).toEqual([]);
    expect(kinds(carrying(["x", "y", undefined]), carrying([undefined, undefined, "z"]))).toEqual([]);
    expect(kinds(carrying(["x"]), carrying([undefined]), { columnCellsCount: 1 })).toEqual(["column-gone"]);
  });

  test("stops when no value is related any more", () => {
    const related = (more: object) => many(3).map((one) => ({ ...one, relations: { t: [{ value: "x", ...more }] } }));
    expect(trips(vocabulary(related({})), vocabulary(related({ lastSeen: null })))).toMatchObject([
      { kind: "column-gone", column: "t" },
    ]);
  });
});

test("an identifier that would move stops, of a tombstone too", () => {
  const moved = { ...entry("a"), name: "Moved" };
  expect(trips(vocabulary([entry("a"), entry("b")]), vocabulary([moved, entry("b")]))).toEqual([
    { kind: "identifiers-moved", vocabulary: "s", moved: [{ value: "a", from: "Na", to: "Moved" }] },
  ]);
  const buried = (one: Entry) => vocabulary([entry("b"), tombstone(one)]);
  expect(kinds(buried(entry("a")), buried(moved))).toEqual(["identifiers-moved"]);
});

describe("with ledgers", () => {
  const remembered = (
    entries: readonly Entry[],
    headers: readonly (readonly string[])[],
    page = "page",
  ): LedgerVocabulary => ({
    ...vocabulary([]),
    tables: headers.map((list) => ({ page, headers: list })),
    entries: entries.map(({ deprecated, notes: _, ...one }) =>
      deprecated === undefined ? one : { ...one, lastSeen: deprecated.lastSeen },
    ),
  });
  const ledger = (s: LedgerVocabulary): Ledger => ({
    format: 1,
    pages: { page: { published: null } },
    vocabularies: { s },
  });
  const found = (
    before: LedgerVocabulary,
    entries: readonly Entry[],
    headers: readonly (readonly string[])[],
  ): readonly Trip[] => {
    const after = rememberCatalog(catalog({ s: vocabulary(entries) }), ledger(remembered(entries, headers)));
    const verdict = judge(rememberLedger(ledger(before)), after);
    return verdict.ok ? [] : verdict.trips;
  };

  test("a column that nothing reads is missed", () => {
    expect(found(remembered(many(2), [["Value", "Meaning", "Since"]]), many(2), [["Value", "Meaning"]])).toEqual([
      { kind: "column-gone", vocabulary: "s", column: "Since", values: [] },
    ]);
  });

  test("a column that bears another header is not", () => {
    expect(found(remembered(many(2), [["Value", "Meaning"]]), many(2), [["Value", "Description"]])).toEqual([]);
  });

  test("a table is missed", () => {
    expect(found(remembered(many(2), [["Value"], ["Value"]]), many(2), [["Value"]])).toEqual([
      { kind: "table-gone", vocabulary: "s", page: "page", was: 2, is: 1 },
    ]);
  });

  test("what the ledger knows as gone is not missed, nor the page that only it came from", () => {
    const elsewhere = describing("A", { source: { page: "old", heading: null, row: "0123456789abcdef" } });
    const gone = tombstone(entry("gone", "", { descriptions: [elsewhere] }));
    expect(found(remembered([...many(4), gone], [["Value"]]), many(4), [["Value"]])).toEqual([]);
    const documented = entry("gone", "", { descriptions: [elsewhere] });
    expect(found(remembered([...many(4), documented], [["Value"]]), many(4), [["Value"]])).toEqual([
      { kind: "page-gone", page: "old" },
    ]);
  });

  test("a ledger and the catalog it was made with have the same memory", () => {
    const entries = [...many(3), tombstone(entry("gone"))];
    const both = ledger(remembered(entries, [["Value"]]));
    expect(rememberLedger(both)).toEqual(rememberCatalog(catalog({ s: vocabulary(entries) }), both));
  });
});

describe("the fingerprint", () => {
  const before = catalog({ s: vocabulary(many(9)) });
  const buried = many(9).map((one, index) => (index < 3 ? tombstone(one) : one));
  const after = catalog({ s: vocabulary(buried) });
  const judged = (a: Catalog, b: Catalog, limits = {}) => judge(rememberCatalog(a), rememberCatalog(b), limits);
  const fingerprint = (a: Catalog, b: Catalog, limits = {}): string | undefined => {
    const verdict = judged(a, b, limits);
    return verdict.ok ? undefined : verdict.fingerprint;
  };
  const accepted = fingerprint(before, after) ?? "";

  test("accepts this change", () => {
    expect(accepted).toMatch(/^[0-9a-f]{16}$/);
    expect(isAccepted(judged(before, after), [accepted])).toBe(true);
    expect(isAccepted(judged(before, after), ["0000000000000000"])).toBe(false);
    expect(isAccepted(judged(before, after), [])).toBe(false);
    expect(isAccepted(judged(before, before), [])).toBe(true);
  });

  test.for<readonly [string, Catalog, Catalog]>([
    [
      "another value gone",
      before,
      catalog({ s: vocabulary(buried.map((one, index) => (index === 5 ? tombstone(one) : one))) }),
    ],
    ["one more added", before, catalog({ s: vocabulary([entry("new"), ...buried]) })],
    [
      "a text changed besides",
      before,
      catalog({ s: vocabulary(buried.map((one, index) => (index === 5 ? entry("v5", "Else") : one))) }),
    ],
    ["another vocabulary besides", before, catalog({ s: vocabulary(buried), t: vocabulary(many(1)) })],
    ["another past", catalog({ s: vocabulary([...many(9), entry("old")]) }), after],
  ])("accepts no other: %s", ([, a, b]) => {
    const other = judged(a, b);
    expect(other.ok).toBe(false);
    expect(isAccepted(other, [accepted])).toBe(false);
  });

  test("does not depend on the order of rows, on dates or on the limits", () => {
    const shuffled = catalog({ s: vocabulary(buried.toReversed()) });
    expect(fingerprint(before, shuffled)).toBe(accepted);
    expect(fingerprint(before, after, { valuesGoneCount: 2 })).toBe(accepted);
    const page = { title: "Page", url: null, published: "2030-01-01", hash: "0123456789abcdef" };
    expect(fingerprint(before, { ...after, pages: { page } })).toBe(accepted);
  });
});

test("every trip is described in one sentence that names what is lost", () => {
  const all: readonly Trip[] = [
    { kind: "page-gone", page: "p" },
    { kind: "vocabulary-gone", vocabulary: "s", values: ["a", 2] },
    { kind: "table-gone", vocabulary: "s", page: "p", was: 2, is: 1 },
    { kind: "column-gone", vocabulary: "s", column: "Code", values: [] },
    { kind: "column-gone", vocabulary: "s", column: "Code", values: ["a"] },
    { kind: "values-gone", vocabulary: "s", values: ["a", "b", "c"], of: 9 },
    { kind: "descriptions-changed", vocabulary: "s", values: ["a"], changed: 2, of: 3 },
    { kind: "identifiers-moved", vocabulary: "s", moved: [{ value: "a", from: "A", to: "A_2" }] },
  ];
  expect(all.map(describeTrip)).toMatchInlineSnapshot(`
    [
      "The page p is gone, with all that it documented",
      "The vocabulary s is gone with all that it had: a, 2",
      "The page p has 1 of 2 tables of the vocabulary s",
      "The column "Code" of the vocabulary s is gone",
      "The column "Code" of the vocabulary s is gone; it is lost for a",
      "3 of 9 values of the vocabulary s are gone: a, b, c",
      "2 of 3 descriptions of the vocabulary s changed: a",
      "Identifiers of the vocabulary s would move: a from A to A_2",
    ]
  `);
});
