import type { Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { DescriptionEdit } from "../change/description.ts";
import { equal } from "../compare/equal.ts";
import { join, type Piece, quote } from "./piece.ts";

/** What one line of a report says. */
export interface Item {
  /** The thing that changed. */
  readonly name: readonly Piece[];
  /** What happened to it, besides what the headline says. Things to which the same happened can share a line. */
  readonly tail: readonly Piece[];
  /** What is said of the thing, for readers who have room. */
  readonly text?: string;
  /** The old text and the new one. */
  readonly edit?: DescriptionEdit;
}

/** The lines of a change. An order has one for each thing that moved, every other change has one. */
export function itemsOf(change: Change): readonly Item[] {
  if (change.kind !== "order-changed") return [itemOf(change)];
  const inside = "value" in change.list ? [" of ", quote(change.list.value)] : [];
  return change.moved.map(({ key, after }) => ({
    name: [quote(key), ...inside],
    tail: after === null ? ["first now"] : ["now after ", quote(after)],
  }));
}

function itemOf(change: Exclude<Change, { kind: "order-changed" }>): Item {
  switch (change.kind) {
    case "schema-changed":
      return { name: [quote(change.to)], tail: fromTo(change) };
    case "page-added":
      return { name: [quote(change.page)], tail: [], text: change.to.title };
    case "page-gone":
      return { name: [quote(change.page)], tail: [], text: change.from.title };
    case "page-changed":
      return { name: [quote(change.page)], tail: fromTo(change) };
    case "vocabulary-added":
      return { name: [quote(change.vocabulary)], tail: valuesOf(change.to) };
    case "vocabulary-dropped":
      return { name: [quote(change.vocabulary)], tail: valuesOf(change.from) };
    case "vocabulary-gone":
    case "vocabulary-back":
      return { name: [quote(change.vocabulary)], tail: [] };
    case "vocabulary-title-changed":
    case "type-changed":
      return { name: [quote(change.vocabulary)], tail: fromTo(change) };
    case "vocabulary-description-added":
      return { name: [quote(change.vocabulary)], tail: [], text: change.to.text };
    case "vocabulary-description-gone":
      return { name: [quote(change.vocabulary)], tail: [], text: change.from.text };
    case "vocabulary-description-changed":
      return { name: [quote(change.vocabulary)], tail: cosmetics(change), edit: change };
    case "vocabulary-source-changed":
      return { name: [quote(change.vocabulary)], tail: byKey(change.from, change.to) };
    case "exports-changed":
      return { name: [quote(change.vocabulary)], tail: byKey(change.from, change.to) };
    case "relation-kind-added":
    case "relation-kind-dropped":
      return { name: [quote(change.relation)], tail: [] };
    case "relation-kind-changed":
      return { name: [quote(change.relation)], tail: byKey(change.from, change.to) };
    case "attribute-kind-added":
      return { name: [quote(change.attribute)], tail: [] };
    case "attribute-kind-dropped":
      return { name: [quote(change.attribute)], tail: [] };
    case "attribute-kind-changed":
      return { name: [quote(change.attribute)], tail: byKey(change.from, change.to) };
    default:
      return itemOfEntry(change);
  }
}

type OfEntry = Exclude<Extract<Change, { value: Value }>, { kind: "order-changed" }>;

function itemOfEntry(change: OfEntry): Item {
  const name = [quote(change.value)];
  switch (change.kind) {
    case "entry-added":
      return { name, tail: [], text: textOf(change.to) };
    case "entry-dropped":
      return { name, tail: [], text: textOf(change.from) };
    case "entry-gone":
      return { name, tail: [], text: change.texts.join("\n\n") };
    case "entry-renamed":
      return { name, tail: ["is now ", quote(change.successor)] };
    case "entry-back":
      return { name, tail: [] };
    case "deprecation-changed":
    case "evidence-changed":
      return { name, tail: byKey(change.from, change.to) };
    case "identifier-changed":
    case "title-changed":
    case "since-changed":
    case "relation-last-seen-changed":
    case "heading-changed":
      return { name, tail: fromTo(change) };
    case "notes-changed":
      return { name, tail: [], text: change.to.join("\n\n") };
    case "description-added":
      return { name, tail: [], text: change.to.text };
    case "description-gone":
      return { name, tail: [], text: change.from.text };
    case "description-changed":
      return { name, tail: cosmetics(change), edit: change };
    case "source-changed":
      return {
        name,
        tail: change.from.page === change.to.page ? [] : fromTo({ from: change.from.page, to: change.to.page }),
      };
    case "relation-added":
    case "relation-gone":
    case "relation-back":
    case "relation-dropped":
      return { name, tail: ["to ", quote(change.relation), " ", quote(change.related)] };
    case "attribute-added":
      return { name, tail: [quote(change.attribute), " is ", quote(change.to)] };
    case "attribute-changed":
      return { name, tail: [quote(change.attribute), " ", ...fromTo(change)] };
    case "attribute-gone":
      return { name, tail: [quote(change.attribute), " was ", quote(change.from)] };
  }
}

interface FromTo {
  readonly from: Value | null;
  readonly to: Value | null;
}

const fromTo = ({ from, to }: FromTo): readonly Piece[] => ["from ", quote(from), " to ", quote(to)];

const cosmetics = ({ cosmetic }: DescriptionEdit): readonly Piece[] =>
  cosmetic.length === 0 ? [] : [cosmetic.map((name) => name.replace("-", " ")).join(", ")];

const textOf = ({ descriptions }: Entry): string => descriptions.map(({ text }) => text).join("\n\n");

const valuesOf = ({ entries }: Vocabulary): readonly Piece[] =>
  entries.length === 0
    ? []
    : [
        "with ",
        ...join(
          entries.map(({ value }) => [quote(value)]),
          ", ",
        ),
      ];

/** The parts in which two small objects differ: "title from `Severity` to `Level`". */
function byKey(from: object, to: object): readonly Piece[] {
  const old = new Map(Object.entries(from));
  const now = new Map(Object.entries(to));
  const differing = [...new Set([...old.keys(), ...now.keys()])].filter((key) => !equal(old.get(key), now.get(key)));
  return join(
    differing.map((key) => [`${key} `, ...fromTo({ from: plain(old.get(key)), to: plain(now.get(key)) })]),
    ", ",
  );
}

/** A part as a text; null where there is none. */
function plain(value: unknown): Value | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
