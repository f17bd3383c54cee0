import { hash } from "node:crypto";
import type { Hash } from "@flow-catalog/catalog";

/** Digest of a list of texts. Written as JSON first, so that no two lists share one spelling. */
export function digest(texts: readonly string[]): Hash {
  return hash("sha256", JSON.stringify(texts), "hex").slice(0, 16);
}
