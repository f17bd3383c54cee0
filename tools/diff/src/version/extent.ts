import type { Change } from "../change/change.ts";

/**
 * How far a list of changes reaches:
 *
 * - `none`: there is no change
 * - `page`: only a page's title, address or date differs; its tables say what they said
 * - `cosmetic`: only how texts are written differs, or digests that nobody reads
 * - `content`: anything else
 */
export type Extent = "none" | "page" | "cosmetic" | "content";

/** The furthest that any of the changes reaches. */
export function extentOf(changes: readonly Change[]): Extent {
  if (changes.length === 0) return "none";
  if (changes.every(isAboutPage)) return "page";
  return changes.every((change) => isAboutPage(change) || isDigest(change) || isCosmetic(change))
    ? "cosmetic"
    : "content";
}

/** Whether a change says only that something changed, which another change names. */
export function isDigest(change: Change): boolean {
  if (change.kind === "page-changed") return change.field === "hash";
  return change.kind === "source-changed" && change.from.page === change.to.page;
}

/** Whether a text is only written differently: other link targets, white space or quotation marks. */
export function isCosmetic(change: Change): boolean {
  const edited = change.kind === "description-changed" || change.kind === "vocabulary-description-changed";
  return edited && change.cosmetic.length > 0;
}

function isAboutPage(change: Change): boolean {
  return change.kind === "page-changed" && change.field !== "hash";
}
