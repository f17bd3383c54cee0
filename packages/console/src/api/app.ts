import { catalog } from "@flow-catalog/catalog";
import { catalogVersion } from "@flow-catalog/events";
import { Hono } from "hono";
import type { Parts } from "../server/parts.ts";
import { indexCatalog } from "../understand/catalog-index.ts";
import { attemptRoutes } from "./attempts.ts";
import { catalogRoutes } from "./catalog.ts";
import { deliveryRoutes } from "./deliveries.ts";
import type { AppEnv } from "./env.ts";
import { liveRoutes } from "./live.ts";
import { meRoutes } from "./me.ts";
import { overviewRoutes } from "./overview.ts";
import { answerProblem, notFound } from "./problem.ts";
import { sessionRoutes } from "./sessions.ts";
import { statusRoutes } from "./status.ts";
import { createTools, personOf } from "./tools.ts";
import { valueRoutes } from "./values.ts";
import { webApp } from "./web-app.ts";

/** Paths of the API that answer without a sign-in. */
const open: ReadonlySet<string> = new Set(["/api/me"]);

const resources = [
  meRoutes,
  overviewRoutes,
  attemptRoutes,
  sessionRoutes,
  deliveryRoutes,
  liveRoutes,
  valueRoutes,
  catalogRoutes,
  statusRoutes,
];

/** Everything that the console answers besides the webhook path. */
export function createApp(parts: Parts): Hono<AppEnv> {
  const tools = createTools(parts, indexCatalog(catalog, catalogVersion));
  const app = new Hono<AppEnv>();
  app.onError(answerProblem);
  app.notFound((context) => answerProblem(notFound("There is nothing at this address."), context));
  app.use(async (context, next) => {
    const anyone = parts.signIn.kind === "none";
    context.set("person", anyone ? { name: "Operator", role: "operator" } : null);
    await next();
  });
  app.use("/api/*", async (context, next) => {
    if (!open.has(context.req.path)) personOf(context);
    await next();
  });
  const api = new Hono<AppEnv>();
  for (const routes of resources) api.route("/", routes(tools));
  api.all("*", (context) => answerProblem(notFound("There is nothing at this address of the API."), context));
  app.route("/api", api);
  app.route("/", webApp());
  return app;
}
