import { SpanKind } from "@opentelemetry/api";
import type { Context, MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import { Histogram, type Registry } from "prom-client";
import type { AppEnv } from "../api/env.ts";
import { traced } from "./traced.ts";

/**
 * Logs, measures and traces requests, each by the pattern of its route: an address holds ids, a pattern does not. What is
 * read every few seconds and went well is logged at `debug` only.
 */
export function observedRequests(logger: Logger, registry: Registry): MiddlewareHandler<AppEnv> {
  const seconds = new Histogram({
    name: "flow_console_http_seconds",
    help: "From a request to the beginning of its answer, deliveries apart",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  return (context, next) =>
    traced("request", { kind: SpanKind.SERVER }, async (span) => {
      const begin = performance.now();
      await next();
      const milliseconds = performance.now() - begin;
      const facts = { method: methodOf(context), route: routePath(context), status: context.res.status };
      seconds.observe({ ...facts, status: String(facts.status) }, milliseconds / 1_000);
      span.updateName(`${facts.method} ${facts.route}`);
      span.setAttributes({
        "http.request.method": facts.method,
        "http.route": facts.route,
        "http.response.status_code": facts.status,
      });
      log(logger, context, { ...facts, milliseconds: Math.round(milliseconds) });
    });
}

function log(logger: Logger, { error }: Context<AppEnv>, facts: Readonly<Record<string, unknown>>): void {
  if ((facts.status as number) >= 500) logger.error({ ...facts, error }, "A request failed");
  else if ((facts.status as number) >= 400) logger.info(facts, "A request was refused");
  else if (facts.method !== "GET") logger.info(facts, "A request was answered");
  else logger.debug(facts, "A request was answered");
}

const methods: ReadonlySet<string> = new Set(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]);

/** A client can make up methods without end, and each would be a time series. */
function methodOf({ req: { method } }: Context<AppEnv>): string {
  return methods.has(method) ? method : "other";
}
