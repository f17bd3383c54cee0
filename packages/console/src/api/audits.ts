import { Hono } from "hono";
import { iso } from "../understand/view.ts";
import type { AppEnv } from "./env.ts";
import { cursor, limit, readQuery } from "./query.ts";
import { operatorOnly, type Tools } from "./tools.ts";
import type { AuditItem, PageOf } from "./types/index.ts";

/** `GET /api/audits`: what was done, newest first. */
export function auditRoutes({ parts: { store }, cursors }: Tools): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/audits", operatorOnly, async (context) => {
    const { cursor: after, limit: size = 50 } = readQuery(context.req.query(), { cursor, limit });
    const audits = await store.audits({ limit: size, ...(await cursors.open(after)) });
    const page: PageOf<AuditItem> = await cursors.page(audits, ({ at, who, what, subject }) => ({
      at: iso(at),
      who,
      what,
      subject,
    }));
    return context.json(page);
  });
}
