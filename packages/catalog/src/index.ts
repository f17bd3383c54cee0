import data from "../catalog.json" with { type: "json" };
import type { Catalog } from "./types.ts";

export type * from "./types.ts";

/** The catalog of this release. The same document as `@flow-catalog/catalog/catalog.json`. */
export const catalog: Catalog = data as Catalog;
