import type { Entry, Relation, Value } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { Placement } from "../change/order.ts";
import { own, pairs } from "../compare/record.ts";
import { rebuild } from "./rebuild.ts";
import { relationOf } from "./scope.ts";

/** Applies the changes of an entry's relations, one list for each vocabulary pointed at. Empty lists are left out. */
export function applyToRelations(
  changes: readonly Change[],
  relations: Entry["relations"],
): ReadonlyMap<string, readonly Relation[]> {
  const within = Map.groupBy(changes, relationOf);
  const ids = new Set([...pairs(relations).map(([id]) => id), ...within.keys()]);
  const result = new Map<string, readonly Relation[]>();
  for (const id of ids) {
    if (id === undefined) continue;
    const list = applyToRelation(within.get(id) ?? [], own(relations, id) ?? []);
    if (list.length > 0) result.set(id, list);
  }
  return result;
}

function applyToRelation(changes: readonly Change[], relations: readonly Relation[]): readonly Relation[] {
  const added = new Map<Value, Relation>();
  const updated = new Map<Value, Relation>();
  const dropped = new Set<Value>();
  const placements: Placement[] = [];
  for (const change of changes) {
    if (change.kind === "relation-added") {
      const { related: value, lastSeen } = change;
      added.set(value, lastSeen === undefined ? { value } : { value, lastSeen });
      placements.push({ key: value, after: change.after });
    } else if (change.kind === "relation-gone") {
      updated.set(change.related, { value: change.related, lastSeen: change.lastSeen });
      placements.push({ key: change.related, after: change.after });
    } else if (change.kind === "relation-back") {
      updated.set(change.related, { value: change.related });
      placements.push({ key: change.related, after: change.after });
    } else if (change.kind === "relation-last-seen-changed") {
      updated.set(change.related, { value: change.related, lastSeen: change.to });
    } else if (change.kind === "relation-dropped") dropped.add(change.related);
    else if (change.kind === "order-changed" && change.list.of === "relations") placements.push(...change.moved);
  }
  const list = relations.map((relation) => [relation.value, relation] as const);
  const update = (value: Value, relation: Relation): Relation => updated.get(value) ?? relation;
  return rebuild(list, { added, dropped, placements, update }).map(([, relation]) => relation);
}
