import { type Catalog, catalog, type Entry } from "@flow-catalog/catalog";
import * as events from "@flow-catalog/events";
import * as actions from "@flow-catalog/events/action";
import * as codes from "@flow-catalog/events/code";
import * as reasons from "@flow-catalog/events/reason";
import * as states from "@flow-catalog/events/state";
import { describe, expect, it } from "vitest";

const entriesOf = (id: string): readonly Entry[] => (catalog as Catalog).vocabularies[id]?.entries ?? [];
const codeIn = (entry: Entry) => entry.attributes?.code;

const exported = [
  {
    id: "event",
    flat: actions,
    list: events.eventActions,
    guard: events.isEventAction,
    type: events.EventAction,
    valueIn: (entry: Entry) => entry.value,
  },
  {
    id: "event",
    flat: codes,
    list: events.eventCodes,
    guard: events.isEventCode,
    type: events.EventCode,
    valueIn: codeIn,
  },
  {
    id: "reason",
    flat: reasons,
    list: events.flowReasons,
    guard: events.isFlowReason,
    type: events.FlowReason,
    valueIn: (entry: Entry) => entry.value,
  },
  {
    id: "state",
    flat: states,
    list: events.flowStates,
    guard: events.isFlowState,
    type: events.FlowState,
    valueIn: (entry: Entry) => entry.value,
  },
];

describe("the catalog in this package", () => {
  it("has 6 events, 8 reasons and 80 states", () => {
    expect(
      [events.eventActions, events.eventCodes, events.flowReasons, events.flowStates].map((list) => list.length),
    ).toEqual([6, 6, 8, 80]);
  });

  it.each(exported)(
    "has every entry of $id as enum, constant, list and guard",
    ({ id, flat, list, guard, type, valueIn }) => {
      const entries = entriesOf(id).filter((entry) => valueIn(entry) !== undefined);
      const named = Object.fromEntries(entries.map((entry) => [entry.name, valueIn(entry)]));
      expect(entries.length).toBeGreaterThan(0);
      expect({ ...flat }).toEqual(named);
      expect(Object.fromEntries(Object.entries(type).filter(([key]) => !/^-?\d/.test(key)))).toEqual(named);
      expect(list).toEqual(entries.map(valueIn));
      for (const value of list) expect(guard(value)).toBe(true);
    },
  );

  it.each(exported)("guards $id against anything else", ({ guard, list }) => {
    const strange = [
      "",
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      `${list[0]} `,
      [list[0]],
      { toString: () => list[0] },
    ];
    for (const value of [...strange, null, undefined, Number.NaN, -0, 0, 1n, Symbol("x"), () => list[0]])
      expect(guard(value)).toBe(false);
  });

  it("connects reasons with actions both ways, as documented", () => {
    for (const { value, relations } of entriesOf("reason")) {
      const related = relations?.event?.map((each) => each.value) ?? [];
      expect(events.actionsOf(String(value))).toEqual(related);
      for (const action of related) expect(events.reasonsOf(String(action))).toContain(value);
    }
    expect(events.eventActions.filter((action) => events.reasonsOf(action).length > 0)).toEqual([
      "waiting_complete",
      "flow_finished",
      "flow_cancelled",
    ]);
    expect(events.actionsOf("tomorrow")).toEqual([]);
    expect(events.reasonsOf("__proto__")).toEqual([]);
  });

  it("connects actions with codes both ways", () => {
    for (const entry of entriesOf("event")) {
      expect(events.codeOf(String(entry.value))).toBe(codeIn(entry));
      expect(events.actionOf(Number(codeIn(entry)))).toBe(entry.value);
    }
    expect(events.codeOf("tomorrow")).toBeUndefined();
    expect(events.actionOf(7003)).toBeUndefined();
    expect(events.actionOf(Number.NaN)).toBeUndefined();
  });

  it("says which it is", () => {
    expect(events.catalogInfo.version).toBe(events.catalogVersion);
    expect(events.catalogInfo.title).toBe("Veriff end-user flow events");
    expect(events.catalogInfo.pages).toEqual(
      Object.entries((catalog as Catalog).pages).map(([id, { title, url, published }]) => ({
        id,
        title,
        url,
        published,
      })),
    );
  });
});
