import { describe, expect, it } from "vitest";
import { behind } from "../src/generators/behind.ts";
import { hostileTexts, PLANTED, seed, synthetic, withDeprecated, withValueAbove } from "../src/generators/corpora.ts";
import {
  deprecationCarried,
  descriptionsExact,
  harm,
  hasNames,
  membersKept,
  namesMoved,
  orderKept,
  outputOf,
  valuesKept,
} from "../src/generators/facts.ts";
import { graphql } from "../src/generators/inputs/graphql.ts";
import { jsonSchema } from "../src/generators/inputs/json-schema.ts";
import { openapi } from "../src/generators/inputs/openapi.ts";
import { page } from "../src/generators/inputs/page.ts";
import { proto } from "../src/generators/inputs/proto.ts";
import { membersOf } from "../src/generators/members.ts";
import { collidingWith, type Findings } from "../src/generators/probe.ts";
import type { Cost } from "../src/generators/timing.ts";
import type { Vocabulary } from "../src/generators/vocabulary.ts";
import { complaint } from "../src/generators/workshop.ts";

const given: readonly Vocabulary[] = [
  {
    name: "State",
    intro: "Where it stood.",
    words: [
      { value: "a_b", text: 'First "quoted" line.\n\nSecond paragraph.' },
      { value: "c_d", text: "Another." },
    ],
  },
];

const right = `export enum State {
  /**
   * First "quoted" line.
   *
   * Second paragraph.
   *
   * @see elsewhere
   */
  AB = "a_b",
  /** Another. */
  CD = "c_d",
}`;
const output = (text: string) => outputOf(given, [text]);

describe("members", () => {
  it.each([
    ["an enum", 'enum State { AB = "a_b", CD = "c_d" }', ["AB", "CD"]],
    ["a constant object", 'export const State = { AB: "a_b", "c d": "c_d" } as const;', ["AB", "c d"]],
    ["a union", 'export type State = "a_b" | "c_d";', [undefined, undefined]],
  ])("are read from %s", (_, text, names) => {
    const members = membersOf("State", ["export const other = 1;", text]) ?? [];
    expect(members.map(({ name }) => name)).toEqual(names);
    expect(members.map(({ value }) => value)).toEqual(["a_b", "c_d"]);
  });

  it("are none where nothing declares the vocabulary", () => {
    expect(membersOf("State", ["export interface State {}", "export type Other = 'a'"])).toBeUndefined();
  });

  it("do not count a prototype", () => {
    expect(membersOf("State", ['const State = { __proto__: "__proto__", a: "a" }'])).toHaveLength(1);
  });
});

describe("facts", () => {
  it("find nothing wrong with what is right", () => {
    const found = output(right);
    expect(membersKept(found)).toEqual({ kept: 2, of: 2 });
    expect(valuesKept(found)).toEqual({ kept: 2, of: 2 });
    expect(descriptionsExact(found)).toEqual({ kept: 2, of: 2 });
    expect(deprecationCarried(found)).toBe(true);
    expect(orderKept(found)).toBe(true);
    expect(hasNames(found)).toBe(true);
    expect(namesMoved(found, found)).toEqual([]);
    expect(harm(found, PLANTED)).toBeUndefined();
  });

  it("see a member that is missing", () => {
    const found = output('enum State { AB = "a_b" }');
    expect(membersKept(found)).toEqual({ kept: 1, of: 2 });
    expect(orderKept(found)).toBe(false);
    expect(harm(found, PLANTED)).toBe("1 of 2 values lost: c_d");
  });

  it("see numbers in the place of values, and still know the members by their names", () => {
    const found = output("enum State { UNSPECIFIED = 0, A_B = 1, C_D = 2 }");
    expect(membersKept(found).kept).toBe(2);
    expect(valuesKept(found).kept).toBe(0);
    const prefixed = output("enum State { STATE_A_B = 1, STATE_C_D = 2 }");
    expect(membersKept(prefixed).kept).toBe(2);
  });

  it.each([
    ["a changed letter", (text: string) => text.replace("Another.", "another.")],
    ["a quotation mark escaped", (text: string) => text.replace('"quoted"', '\\"quoted\\"')],
    ["paragraphs run together", (text: string) => text.replace("line.\n   *\n", "line.\n")],
    ["a comment that no editor shows", (text: string) => text.replace("/** Another. */", "// Another.")],
    ["a text that goes on", (text: string) => text.replace("Another.", "Another. And more.")],
  ])("see a description that is not exact: %s", (_, plant) => {
    expect(descriptionsExact(output(plant(right)))).toEqual({ kept: 1, of: 2 });
  });

  it("see another order", () => {
    expect(orderKept(output('enum State { CD = "c_d", AB = "a_b" }'))).toBe(false);
  });

  it("see a deprecation that is missing, and one that is too much", () => {
    const deprecated = withDeprecated(given, "Old.");
    expect(deprecationCarried(outputOf(deprecated, [right]))).toBe(false);
    const marked = right.replace("/** Another. */", "/** Another. @deprecated Old. */");
    expect(deprecationCarried(outputOf(deprecated, [marked]))).toBe(true);
    expect(deprecationCarried(output(marked))).toBe(false);
    expect(harm(output(marked), PLANTED)).toContain("a text became a tag");
  });

  it("see names that moved, vanished, or stand for two values", () => {
    const before = output(right);
    expect(namesMoved(before, output(right.replace("AB =", "AB2 =")))).toEqual(["AB of a_b became AB2"]);
    expect(namesMoved(before, output('enum State { CD = "c_d" }'))).toEqual(["AB of a_b became nothing"]);
    expect(namesMoved(before, output(`${right.slice(0, -1)} AB = "A_b" }`))).toEqual(["AB twice"]);
    expect(namesMoved(before, output("enum State { AB = 1, CD = 2 }"))).toHaveLength(2);
  });

  it("see code that came out of a text, and files that no longer parse", () => {
    expect(harm(output(`${right}\nexport const ${PLANTED} = 1;`), PLANTED)).toBe("a text became code");
    expect(harm(output(`${right}\n${PLANTED} = 1;`), PLANTED)).toBe("a text became code");
    expect(harm(output(right.replace("/** Another. */", "// Another.\n\nand more")), PLANTED)).toMatch(
      /^does not parse/,
    );
    expect(harm(output(right.replace("Another.", `const ${PLANTED} = 1;`)), PLANTED)).toBeUndefined();
  });
});

describe("the corpora", () => {
  it("are the catalog's own values, each once and described", () => {
    for (const { words } of seed()) {
      expect(words.length).toBeGreaterThan(0);
      expect(new Set(words.map(({ value }) => value)).size).toBe(words.length);
      expect(words.every(({ text }) => text !== "")).toBe(true);
    }
  });

  it("grow as asked", () => {
    expect(synthetic(1_234)[0]?.words).toHaveLength(1_234);
    expect(withValueAbove(given, "new_one")[0]?.words.map(({ value }) => value)).toEqual(["new_one", "a_b", "c_d"]);
    expect(collidingWith(given)).toBe("A_B");
  });
});

describe("the inputs", () => {
  const deprecated = withDeprecated(given, "Old.");

  it("carry values, descriptions and deprecations as far as each language goes", () => {
    const one = { const: "c_d", description: "Another.", deprecated: true };
    expect(JSON.parse(openapi(deprecated, "oneOf")).components.schemas.State.oneOf[1]).toEqual(one);
    expect(JSON.parse(jsonSchema(deprecated, "oneOf")).definitions.State.oneOf[1]).toEqual(one);
    expect(JSON.parse(openapi(given, "x-enum-descriptions")).components.schemas.State).toMatchObject({
      enum: ["a_b", "c_d"],
      "x-enum-descriptions": [given[0]?.words[0]?.text, "Another."],
    });
    expect(graphql(deprecated)).toContain('  "Another."\n  c_d @deprecated(reason: "Old.")');
    expect(proto(deprecated, [])).toContain("  // Another.\n  STATE_C_D = 2 [deprecated = true];");
  });

  it("keep a value's number in Protocol Buffers when one is inserted above", () => {
    const text = proto(withValueAbove(given, "new_one"), given);
    expect(text.match(/STATE_\w+ = \d/g)).toEqual([
      "STATE_UNSPECIFIED = 0",
      "STATE_NEW_ONE = 3",
      "STATE_A_B = 1",
      "STATE_C_D = 2",
    ]);
  });

  it("are a page whose cells hold any text in one line", () => {
    const rows = page(hostileTexts)
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    expect(rows).toHaveLength(hostileTexts[0]?.words.length ?? 0);
    expect(page(deprecated)).not.toContain("c_d");
  });
});

describe("a complaint", () => {
  it.each([
    ["Loading\n\u001b[31mSyntax Error: Expected Name\u001b[0m\nFailed", "Syntax Error: Expected Name"],
    ["Loading\nvalue declared, failed\n", "value declared, failed"],
    ["only this", "only this"],
    ["", "ended without a word and without a file"],
  ])("of %j is %j", (said, expected) => {
    expect(complaint(said)).toBe(expected);
  });
});

describe("what is not first", () => {
  const findings = (bytes: number, kept: number): Findings => {
    const yes = { found: true } as const;
    const share = { found: { kept, of: 10 } };
    const none = { found: null };
    return {
      members: share,
      values: share,
      descriptions: share,
      deprecation: yes,
      order: yes,
      compiles: none,
      deterministic: yes,
      inserted: { found: [] },
      collided: { impossible: true },
      hostileTexts: none,
      hostileValues: { error: "no" },
      bytes: { found: bytes },
      bytesCompiled: { found: bytes },
    };
  };
  const cost = (milliseconds: number): Cost => {
    const figures = { name: "", median: milliseconds, fastest: 0, slowest: 0, memory: 0 };
    return {
      cold: figures,
      again: figures,
      memory: milliseconds,
      members: { kept: 1, of: 1 },
      descriptions: { kept: 1, of: 1 },
      error: undefined,
    };
  };

  it("is said, with who is ahead and by how much, and equals are not ahead", () => {
    const rows = behind(["ours", "one", "two"], [findings(50, 9), findings(45, 9), findings(60, 10)], {
      "ten values": [cost(100), cost(200), cost(50)],
    });
    expect(rows).toContainEqual(["bytes of one value", "50", "one (45)"]);
    expect(rows).toContainEqual(["descriptions", "1 wrong", "two (0 wrong)"]);
    expect(rows).toContainEqual(["cold, ten values", "100 ms", "two (50.0 ms)"]);
    expect(rows.map(([name]) => name)).not.toContain("order");
  });
});
