import { type Context, Hono } from "hono";
import { type ExportFormat, exportedLines } from "../transfer/export.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { file } from "./file.ts";
import { position, readQuery } from "./query.ts";
import { operatorOnly, type Tools } from "./tools.ts";

/** `GET /api/deliveries.jsonl` and `.csv`: every accepted delivery, as `flow-console export` writes them. */
export function exportRoutes(tools: Tools): Hono<AppEnv> {
  const exported = (format: ExportFormat) => async (context: Context<AppEnv>) => {
    const { after = 0 } = readQuery(context.req.query(), { after: position });
    await record(tools, context, "exported", null);
    return file(tools, context, `deliveries.${format}`, exportedLines(tools.parts.store, format, after));
  };
  return new Hono<AppEnv>()
    .get("/deliveries.jsonl", operatorOnly, exported("jsonl"))
    .get("/deliveries.csv", operatorOnly, exported("csv"));
}
