import { Hono } from "hono";
import { isLocal } from "../guard/client.ts";
import type { Gate } from "../guard/gate.ts";
import { registerGauges } from "../observe/gauges.ts";
import type { AppEnv } from "./env.ts";
import { ProblemError } from "./problem.ts";
import type { Tools } from "./tools.ts";

/**
 * For programs that look after the console: `/healthz` says that it runs, `/readyz` that its store answers, `/metrics`
 * gives figures to Prometheus on this machine and to operators.
 */
export function monitorRoutes({ parts, catalog }: Tools, gate: Gate): Hono<AppEnv> {
  let registered = false;
  return new Hono<AppEnv>()
    .get("/healthz", (context) => context.text("ok\n"))
    .get("/readyz", async (context) => {
      const ready = await parts.store.head().then(
        () => true,
        () => false,
      );
      return ready ? context.text("ready\n") : context.text("the store does not answer\n", 503);
    })
    .get("/metrics", gate.identify, async (context) => {
      if (!isLocal(context) && context.get("visitor").person?.role !== "operator") throw notForYou;
      if (!registered) registerGauges(parts, catalog);
      registered = true;
      return context.body(await parts.metrics.metrics(), 200, { "content-type": parts.metrics.contentType });
    });
}

const notForYou = new ProblemError(403, {
  code: "operators_only",
  message: "Figures are for operators, and for programs on this machine that come without a proxy.",
});
