import type { Value } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { Placement } from "../change/order.ts";

/** The vocabulary that a change belongs to; undefined for one of a page or of the whole catalog. */
export function vocabularyOf(change: Change): string | undefined {
  if ("vocabulary" in change) return change.vocabulary;
  return change.kind === "order-changed" && "vocabulary" in change.list ? change.list.vocabulary : undefined;
}

/** The value that a change belongs to; undefined for one of the vocabulary itself. */
export function entryValueOf(change: Change): Value | undefined {
  if ("value" in change) return change.value;
  return change.kind === "order-changed" && "value" in change.list ? change.list.value : undefined;
}

/** The relation that a change belongs to: the id of the vocabulary pointed at. */
export function relationOf(change: Change): string | undefined {
  if ("related" in change) return change.relation;
  return change.kind === "order-changed" && change.list.of === "relations" ? change.list.relation : undefined;
}

/** Ids are texts, whatever the type of a placement says. */
export function byId(moved: readonly Placement[]): readonly Placement<string>[] {
  return moved.map(({ key, after }) => ({ key: String(key), after: after === null ? null : String(after) }));
}
