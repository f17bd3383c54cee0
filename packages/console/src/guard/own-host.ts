import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../api/env.ts";
import { ProblemError } from "../api/problem.ts";

/**
 * Refuses requests for names that are not this machine's. Where nobody gives a password, that the port cannot be reached
 * is the only guard, and a site could get around it by letting its own name point here.
 */
export function ownHostOnly(origins: readonly string[]): MiddlewareHandler<AppEnv> {
  const named = new Set(origins.filter((origin) => URL.canParse(origin)).map((origin) => new URL(origin).hostname));
  return async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (!isLoopback(hostname) && !named.has(hostname)) throw otherHost;
    await next();
  };
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

const otherHost = new ProblemError(421, {
  code: "other_host",
  message:
    "Without a password, the console answers on this machine's own names only: localhost and 127.0.0.1. To reach it by another name, name its origin in the settings (--origins), or configure a password.",
});
