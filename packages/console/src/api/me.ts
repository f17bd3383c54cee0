import { Hono } from "hono";
import { iso } from "../understand/view.ts";
import type { AppEnv } from "./env.ts";
import type { Tools } from "./tools.ts";
import type { Me } from "./types/index.ts";
import { consoleVersion } from "./version.ts";

/** `GET /api/me`: who asks, and what the app must know before anyone signs in. */
export function meRoutes({ parts, catalog }: Tools): Hono<AppEnv> {
  return new Hono<AppEnv>().get("/me", (context) => {
    const me: Me = {
      person: context.get("visitor").person,
      signIn: parts.signIn.kind,
      demo: parts.demo,
      version: consoleVersion,
      catalogVersion: catalog.version,
      now: iso(parts.clock()),
    };
    return context.json(me);
  });
}
