import type { Description, DescriptionSource } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { Placement } from "../change/order.ts";
import { rebuild } from "./rebuild.ts";
import { byId } from "./scope.ts";

/**
 * Applies the changes of an entry's descriptions. Where they speak of the new list, they name a description by its new
 * text.
 */
export function applyToDescriptions(
  changes: readonly Change[],
  descriptions: readonly Description[],
): readonly Description[] {
  const added = new Map<string, Description>();
  const edited = new Map<string, Description>();
  const gone = new Set<string>();
  const sources = new Map<string, Partial<DescriptionSource>>();
  const placements: Placement<string>[] = [];
  for (const change of changes) {
    if (change.kind === "description-added") {
      added.set(change.to.text, change.to);
      placements.push({ key: change.to.text, after: change.after });
    } else if (change.kind === "description-changed") edited.set(change.from.text, change.to);
    else if (change.kind === "description-gone") gone.add(change.from.text);
    else if (change.kind === "heading-changed") {
      sources.set(change.text, { ...sources.get(change.text), heading: change.to });
    } else if (change.kind === "source-changed") {
      sources.set(change.text, { ...sources.get(change.text), ...change.to });
    } else if (change.kind === "order-changed" && change.list.of === "descriptions") {
      placements.push(...byId(change.moved));
    }
  }
  const kept = descriptions
    .filter(({ text }) => !gone.has(text))
    .map((description) => edited.get(description.text) ?? description)
    .map((description) => [description.text, description] as const);
  const update = (text: string, description: Description): Description => ({
    ...description,
    source: { ...description.source, ...sources.get(text) },
  });
  return rebuild(kept, { added, placements, update }).map(([, description]) => description);
}
