import { catalog } from "@flow-catalog/catalog";
import { indexCatalog } from "../../src/understand/catalog-index.ts";
import type { View } from "../../src/understand/view.ts";

/** The catalog of this workspace, as version 1.0.0. */
export const index = indexCatalog(catalog, "1.0.0");

/** Sees everything. */
export const openView: View = { masked: false, ref: (id) => id, id: (id) => id };
