import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../api/env.ts";
import { ProblemError } from "../api/problem.ts";

const harmless: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site makes a browser send. Browsers say where a request comes from, in `Sec-Fetch-Site` or at
 * least in `Origin`, and no page can change that; a request that says nothing is refused, too.
 */
export function sameOriginOnly(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const { method, url } = context.req;
    const site = context.req.header("sec-fetch-site");
    const origin = context.req.header("origin");
    const own = site === undefined ? isOwn(origin, url, origins) : site === "same-origin";
    // Reading harms nobody, but another site's pages have no business with it, save to link to a file.
    const embedded = site === "cross-site" && context.req.header("sec-fetch-mode") !== "navigate";
    if (harmless.has(method) ? embedded : !own) throw otherOrigin;
    await next();
  };
}

/** A proxy may speak HTTPS to the browser and HTTP to us, so only the hosts are compared. */
function isOwn(origin: string | undefined, url: string, origins: readonly string[]): boolean {
  if (origin === undefined) return false;
  return origins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === new URL(url).host);
}

const otherOrigin = new ProblemError(403, {
  code: "other_origin",
  message:
    "This request does not come from the console's own pages. Behind a proxy that rewrites Host, name the public origin in the settings; a program has to send the console's Origin.",
});
