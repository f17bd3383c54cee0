import type { CatalogIndex } from "./catalog-index.ts";

/**
 * The stages that an attempt went through, as far as that can be inferred from the one that it ended in: that one, and all
 * that come before it. None for what has no place in the order.
 */
export function reachedBy(stage: string, { order }: CatalogIndex): readonly string[] {
  return order.slice(0, order.indexOf(stage) + 1);
}
