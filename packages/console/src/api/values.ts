import { Hono } from "hono";
import { unknownValues } from "../understand/unknown-value.ts";
import type { AppEnv } from "./env.ts";
import type { Tools } from "./tools.ts";

/** `GET /api/values`: what arrived that the catalog does not know. */
export function valueRoutes(tools: Tools): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/values", async (context) =>
    context.json(unknownValues(await tools.parts.store.values(), await tools.view(context), tools.catalog)),
  );
}
