import { type Catalog, catalog, type Entry } from "@flow-catalog/catalog";
import {
  describeEventAction,
  describeEventCode,
  describeFlowReason,
  describeFlowState,
} from "@flow-catalog/events/descriptions";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const entriesOf = (id: string): readonly Entry[] => (catalog as Catalog).vocabularies[id]?.entries ?? [];
const all = [
  { id: "event", describeIt: describeEventAction, valueIn: (entry: Entry) => entry.value },
  { id: "event", describeIt: describeEventCode, valueIn: (entry: Entry) => entry.attributes?.code },
  { id: "reason", describeIt: describeFlowReason, valueIn: (entry: Entry) => entry.value },
  { id: "state", describeIt: describeFlowState, valueIn: (entry: Entry) => entry.value },
];

describe("what is said of a value", () => {
  it.each(all)("is what the documentation says of each $id", ({ id, describeIt, valueIn }) => {
    for (const entry of entriesOf(id)) {
      const value = valueIn(entry);
      if (value === undefined) continue;
      const { title, since, evidence, deprecated, notes } = entry;
      const expected = { title, since, evidence, ...(deprecated && { deprecated }), ...(notes && { notes }) };
      const descriptions = entry.descriptions.map((each) => each.text);
      expect(describeIt<unknown>(value)).toEqual({ known: true, value, descriptions, ...expected });
    }
  });

  it("keeps what stands twice, and what two vocabularies share", () => {
    const counts = [
      "consent_screen_shown",
      "error_screen_shown",
      "inflow_feedback_responded",
      "resubmission_feedback_screen_shown",
    ].map((value) => {
      const described = describeFlowState(value);
      return described.known ? described.descriptions.length : 0;
    });
    expect(counts).toEqual([2, 2, 2, 1]);
    const shared = entriesOf("reason").filter(({ value }) => describeFlowState(value).known);
    expect(shared.length).toBe(5);
    for (const { value } of shared) expect(describeFlowState(value)).not.toEqual(describeFlowReason(value));
  });

  it("has paragraphs", () => {
    const described = describeFlowReason("mobile_handover_screen_shown");
    expect(described.known && described.descriptions[0]?.split("\n\n").length).toBe(3);
  });
});

describe("an unknown value", () => {
  it("is given back with a readable title", () => {
    const titles: [unknown, string][] = [
      ["new_screen_shown", "New screen shown"],
      ["NEW_SCREEN", "New screen"],
      ["db.client.state", "Db client state"],
      ["Already readable", "Already readable"],
      ["__proto__", "Proto"],
      ["constructor", "Constructor"],
      ["7012", "7012"],
      ["", '""'],
      [" ", '" "'],
      ["\uD800", "\uD800"],
      [7012, "7012"],
      [-0, "0"],
      [null, "null"],
      [undefined, "undefined"],
      [true, "true"],
      [1n, "1"],
      [{}, "object"],
      [Object.create(null), "object"],
      [() => 1, "function"],
      [Symbol("x"), "Symbol(x)"],
    ];
    for (const [value, title] of titles) expect(describeFlowState(value)).toEqual({ known: false, value, title });
  });

  it("never throws, and is readable like a known one", () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
        (value) => {
          const described = describeFlowState<unknown>(value);
          expect(Object.is(described.value, value)).toBe(true);
          expect(described.title).toMatch(/\S/);
        },
      ),
    );
    for (const { value, title } of entriesOf("state")) {
      if (!describeFlowReason(value).known) expect(describeFlowReason(value).title).toBe(title);
    }
  });
});
