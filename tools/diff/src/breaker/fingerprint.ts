import { hash } from "node:crypto";
import type { Memory } from "./memory.ts";

/**
 * Names one change and no other: a digest of all that was known before and all that would be known after, whatever the
 * limits. Dates, headings, link targets and the order of values do not
 * enter it.
 */
export function fingerprintOf(before: Memory, after: Memory): string {
  return hash("sha256", canonical([before, after]), "hex").slice(0, 16);
}

/** JSON with keys sorted, maps as sorted lists and what is undefined left out. */
function canonical(value: unknown): string {
  if (value instanceof Map) {
    const entries = [...value].map(([key, item]) => `${canonical(key)}:${canonical(item)}`);
    return `{${entries.toSorted().join()}}`;
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .toSorted()
    .join()}}`;
}
