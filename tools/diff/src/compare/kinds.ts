import type { AttributeKind, RelationKind, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { equal } from "./equal.ts";
import { compareLists } from "./lists.ts";
import { pairs } from "./record.ts";

/** What changed in how a vocabulary points at others. */
export function diffRelationKinds(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  const compared = compareLists<string, RelationKind>(pairs(before.relations), pairs(after.relations));
  const { added, dropped, kept, moved } = compared;
  return [
    ...added.map(
      ({ key, item, after }): Change => ({ kind: "relation-kind-added", vocabulary, relation: key, to: item, after }),
    ),
    ...dropped.map(
      ({ key, item }): Change => ({ kind: "relation-kind-dropped", vocabulary, relation: key, from: item }),
    ),
    ...kept
      .filter((one) => !equal(one.before, one.after))
      .map(
        (one): Change => ({
          kind: "relation-kind-changed",
          vocabulary,
          relation: one.key,
          from: one.before,
          to: one.after,
        }),
      ),
    ...(moved.length > 0
      ? [{ kind: "order-changed", list: { of: "relation-kinds", vocabulary }, moved } as const]
      : []),
  ];
}

/** What changed in the columns that a vocabulary's values carry. */
export function diffAttributeKinds(vocabulary: string, before: Vocabulary, after: Vocabulary): readonly Change[] {
  const compared = compareLists<string, AttributeKind>(pairs(before.attributes), pairs(after.attributes));
  const { added, dropped, kept, moved } = compared;
  return [
    ...added.map(
      ({ key, item, after }): Change => ({ kind: "attribute-kind-added", vocabulary, attribute: key, to: item, after }),
    ),
    ...dropped.map(
      ({ key, item }): Change => ({ kind: "attribute-kind-dropped", vocabulary, attribute: key, from: item }),
    ),
    ...kept
      .filter((one) => !equal(one.before, one.after))
      .map(
        (one): Change => ({
          kind: "attribute-kind-changed",
          vocabulary,
          attribute: one.key,
          from: one.before,
          to: one.after,
        }),
      ),
    ...(moved.length > 0
      ? [{ kind: "order-changed", list: { of: "attribute-kinds", vocabulary }, moved } as const]
      : []),
  ];
}
