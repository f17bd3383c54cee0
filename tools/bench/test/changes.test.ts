import { describe, expect, it } from "vitest";
import { type Answer, mark } from "../src/changes/answer.ts";
import { edits } from "../src/changes/edits.ts";
import { schema } from "../src/changes/graphql.ts";
import { askOwn } from "../src/changes/own.ts";
import { config, page } from "../src/changes/page.ts";
import { protos } from "../src/changes/proto.ts";
import { type Sheet, start } from "../src/changes/sheet.ts";

const edit = (id: string) => {
  const found = edits.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no edit ${id}`);
  return found;
};

describe("the edits", () => {
  it("are many, of every verdict, each explained and under an id of its own", () => {
    expect(edits.length).toBeGreaterThanOrEqual(30);
    expect(new Set(edits.map(({ id }) => id)).size).toBe(edits.length);
    expect(new Set(edits.map(({ needs }) => needs))).toEqual(
      new Set(["nothing", "patch", "minor", "breaking", "stop"]),
    );
    for (const { what, why } of edits) expect([what, why]).not.toContain("");
  });

  it("differ on the page, in the configuration or in what is chosen by hand, unless they say that nothing does", () => {
    const written = (sheet: Sheet) => JSON.stringify([page(sheet), config(sheet), sheet]);
    const same = edits.filter(({ before, after }) => written(before) === written(after));
    expect(same.map(({ id }) => id)).toEqual(["same-page"]);
  });
});

describe("a mark", () => {
  const cases: readonly (readonly [Parameters<typeof mark>[0], Answer["says"], ReturnType<typeof mark>])[] = [
    ["breaking", "breaking", "right"],
    ["breaking", "minor", "wrong"],
    ["breaking", "safe", "wrong"],
    ["breaking", "silent", "wrong"],
    ["breaking", "same", "blind"],
    ["breaking", "error", "blind"],
    ["minor", "safe", "right"],
    ["minor", "patch", "wrong"],
    ["minor", "silent", "blind"],
    ["patch", "safe", "right"],
    ["patch", "nothing", "wrong"],
    ["patch", "breaking", "wrong"],
    ["nothing", "same", "right"],
    ["nothing", "silent", "right"],
    ["nothing", "safe", "wrong"],
    ["stop", "stop", "right"],
    ["stop", "breaking", "right"],
    ["stop", "error", "right"],
    ["stop", "silent", "wrong"],
  ];
  it.each(cases)("of %s answered by %s is %s", (needs, says, expected) => {
    expect(mark(needs, { says, quote: "" })).toBe(expected);
  });
});

describe("the translations", () => {
  it("give GraphQL all that it can hold", () => {
    const text = schema(edit("value-renamed").after);
    expect(text).toContain('"The person has started the flow." started @code(is: 7001)');
    expect(text).toContain(
      'handed_over @events(are: ["cancelled","waiting"]) @deprecated(reason: "Use device_changed.")',
    );
    expect(text).toContain('"A reason gives some context to the event that it comes with." enum Reason');
  });

  it("keep a value's number in Protocol Buffers, wherever it stands", () => {
    const { before, after } = edit("value-added-first");
    const [old, now] = protos(before, after);
    expect(old).toContain("REASON_DECISION_RECEIVED = 1;");
    expect(now).toContain("REASON_DECISION_RECEIVED = 1;");
    expect(now).toContain("REASON_BATTERY_LOW = 11;");
    expect(now).toContain("// The device ran out of power.");
    expect(now).toContain("EVENT_STARTED = 7001;");
  });

  it("mark what is gone in all languages but on the page", () => {
    const { before, after } = edit("value-gone");
    expect(page(after)).not.toContain("`handed_over`");
    expect(schema(after)).toMatch(/handed_over .*@deprecated/);
    expect(protos(before, after)[1]).toMatch(/REASON_HANDED_OVER = 9 \[deprecated = true\]/);
  });
});

describe("this project's answer", () => {
  it.each(["same-page", "text-link", "value-gone", "value-back", "identifier-changed", "values-lost"])(
    "to %s is what it needs",
    async (id) => {
      expect((await askOwn(edit(id))).says).toBe(edit(id).needs);
    },
  );

  it("is read off the edit: another edit, another answer", async () => {
    const answer = await askOwn({ ...edit("same-page"), after: { ...start, url: "https://docs.example.com/other" } });
    expect(answer).toEqual({ says: "patch", quote: "page-changed" });
  });
});
