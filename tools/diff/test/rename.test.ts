import { readFileSync } from "node:fs";
import type { Entry } from "@flow-catalog/catalog";
import { describe, expect, test } from "vitest";
import { proposeRenames } from "../src/index.ts";
import { catalog, entry, tombstone, vocabulary } from "./build.ts";

const load = (file: string) => JSON.parse(readFileSync(new URL(`./fixtures/renames/${file}`, import.meta.url), "utf8"));

interface Case {
  readonly name: string;
  readonly stays: Readonly<Record<string, string>>;
  readonly gone: Readonly<Record<string, string>>;
  readonly added: Readonly<Record<string, string>>;
  readonly proposed: Readonly<Record<string, string>>;
}

const entries = (of: Readonly<Record<string, string>>): Entry[] =>
  Object.entries(of).map(([value, text]) => entry(value, text));

function propose(stays: readonly Entry[], gone: readonly Entry[], added: readonly Entry[]) {
  const before = catalog({ state: vocabulary([...stays, ...gone]) });
  const after = catalog({ state: vocabulary([...stays, ...added, ...gone.map((one) => tombstone(one))]) });
  return proposeRenames(before, after);
}

describe.for<Case>(load("cases.json").cases)("$name", ({ stays, gone, added, proposed }) => {
  test("gives the proposals of a careful person", () => {
    const found = propose(entries(stays), entries(gone), entries(added));
    expect(Object.fromEntries(found.map(({ from, to }) => [from, to]))).toEqual(proposed);
  });

  test("does not depend on the order of values", () => {
    const reversed = propose(entries(stays).reverse(), entries(gone).reverse(), entries(added).reverse());
    expect(Object.fromEntries(reversed.map(({ from, to }) => [from, to]))).toEqual(proposed);
  });
});

describe("real values that follow templates", () => {
  const values = Object.entries<string[]>(load("siblings.json").values).map(([value, texts]) => entry(value, texts));

  test("are never taken for each other", () => {
    const wrong = values.flatMap((gone) =>
      values
        .filter((added) => added !== gone)
        .flatMap((added) =>
          propose(
            values.filter((one) => one !== gone && one !== added),
            [gone],
            [added],
          ),
        ),
    );
    expect(wrong.map(({ from, to }) => `${from} is not ${to}`)).toEqual([]);
  });

  const renamings: Readonly<Record<string, (one: Entry) => Entry>> = {
    "under any other value": (one) => ({ ...one, value: "something_else", name: "SomethingElse" }),
    "in camel case": (one) => ({
      ...one,
      value: `${one.value}`.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    }),
  };
  test.for(Object.entries(renamings))("are recognised %s, as long as the text stays", ([, rename]) => {
    for (const gone of values) {
      const added = rename(gone);
      const found = propose(
        values.filter((one) => one !== gone),
        [gone],
        [added],
      );
      expect(found).toMatchObject(added.value === gone.value ? [] : [{ from: gone.value, to: added.value }]);
    }
  });

  test("are mostly recognised when value and text change a little", () => {
    const found = values.filter((gone) => {
      const texts = gone.descriptions.map(({ text }) => `${text} in the flow`);
      const added = entry(`${gone.value}`.replace(/^[a-z]+/, "step"), texts);
      return (
        propose(
          values.filter((one) => one !== gone),
          [gone],
          [added],
        )[0]?.to === added.value
      );
    });
    expect(found.length / values.length).toBeGreaterThan(0.85);
  });
});

test("says what the proposal rests on", () => {
  const [proposal] = propose(
    [entry("idle", "Nothing runs")],
    [entry("self_test", "It checks its valves and its pump")],
    [entry("self_check", "It checks its valves, its lid and its pump")],
  );
  expect(proposal).toMatchObject({
    vocabulary: "state",
    from: "self_test",
    to: "self_check",
    evidence: { value: 0.33 },
  });
  expect(proposal?.evidence.text).toBeGreaterThan(0.7);
  expect(proposal?.evidence.words).toContainEqual({ op: "added", text: ", its lid" });
});

test("is silent once a person confirmed the successor", () => {
  const gone = entry("keep_warm", "The pot is kept warm until somebody takes it");
  const added = entry("holding", "The pot is kept warm until somebody takes it");
  const before = catalog({ state: vocabulary([gone]) });
  const after = catalog({ state: vocabulary([added, tombstone(gone, "holding")]) });
  expect(proposeRenames(before, after)).toEqual([]);
});

test("is not misled by the tombstone of an earlier rename", () => {
  const text = "The pot is kept warm until somebody takes it";
  const first = tombstone(entry("warm", text), "keep_warm");
  const before = catalog({ state: vocabulary([entry("keep_warm", text), first]) });
  const after = catalog({ state: vocabulary([entry("holding", text), first, tombstone(entry("keep_warm", text))]) });
  expect(proposeRenames(before, after)).toMatchObject([{ from: "keep_warm", to: "holding" }]);
});

test("compares the members' names where values are numbers", () => {
  const gone = entry(20, "A member was removed from the room", { name: "MemberKick" });
  const added = entry(21, "A member was removed from the room by a moderator", { name: "MemberKicked" });
  expect(propose([entry(1, "A room was opened")], [gone], [added])).toHaveLength(0);
  const same = entry(21, "A member was removed from the room", { name: "MemberKicked" });
  expect(propose([entry(1, "A room was opened")], [gone], [same])).toMatchObject([{ from: 20, to: 21 }]);
});
