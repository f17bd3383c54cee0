import type { Catalog, Deprecation, DescriptionSource, Evidence, IsoDate } from "@flow-catalog/catalog";

/**
 * What is said of an entry beside its descriptions, in the same words wherever it is said. Plain text: whoever writes it
 * into a file escapes it. Nothing to say is an empty array.
 */
export function evidenceText({ kind, text }: Evidence): string[] {
  return kind === "documented" ? [] : [`Evidence: ${text ?? "observed, not documented"}`];
}

/** Of a value that is gone from the documentation. */
export function deprecatedText(deprecated: Deprecation | undefined): string[] {
  if (deprecated === undefined) return [];
  const successor = deprecated.successor === undefined ? "" : ` Use ${deprecated.successor} instead.`;
  return [`No longer documented${lastSeenText(deprecated.lastSeen)}; older data still carries it.${successor}`];
}

/** Of a relation; `lastSeen` is undefined as long as it is documented. */
export function goneText(lastSeen: IsoDate | null | undefined): string[] {
  return lastSeen === undefined ? [] : [`(no longer documented${lastSeenText(lastSeen)})`];
}

function lastSeenText(lastSeen: IsoDate | null): string {
  return lastSeen === null ? "" : ` (last seen ${lastSeen})`;
}

/** Where a description stands: page and heading. */
export function sourceText({ pages }: Catalog, { page, heading }: DescriptionSource): string {
  const title = pages[page]?.title ?? page;
  return heading === null || heading === title ? title : `${title}, ${heading}`;
}

/** Several texts in one place, told apart by numbers. */
export function numbered(texts: readonly string[]): string {
  return texts.length === 1 ? texts.join() : texts.map((text, index) => `${index + 1}. ${text}`).join("\n\n");
}
