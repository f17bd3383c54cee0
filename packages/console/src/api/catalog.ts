import { Hono } from "hono";
import { catalogHistory } from "../understand/catalog-history.ts";
import { catalogView } from "../understand/catalog-view.ts";
import type { AppEnv } from "./env.ts";
import type { Tools } from "./tools.ts";

/** `GET /api/catalog`. */
export function catalogRoutes({ parts: { store }, catalog }: Tools): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/catalog", async (context) => {
    const [seen, remembered] = await Promise.all([store.values(), store.catalogs()]);
    return context.json(catalogView(catalog, seen, catalogHistory(remembered)));
  });
}
