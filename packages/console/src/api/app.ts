import { catalog } from "@flow-catalog/catalog";
import { catalogVersion } from "@flow-catalog/events";
import { Hono, type MiddlewareHandler } from "hono";
import { createGate } from "../guard/gate.ts";
import { securityHeaders } from "../guard/headers.ts";
import { ownHostOnly } from "../guard/own-host.ts";
import { sameOriginOnly } from "../guard/same-origin.ts";
import { observedRequests } from "../observe/requests.ts";
import { tracedStore } from "../observe/traced.ts";
import type { Parts } from "../server/parts.ts";
import { indexCatalog } from "../understand/catalog-index.ts";
import { attemptRoutes } from "./attempts.ts";
import { auditRoutes } from "./audits.ts";
import { catalogRoutes } from "./catalog.ts";
import { deliveryRoutes } from "./deliveries.ts";
import type { AppEnv } from "./env.ts";
import { eraseRoutes } from "./erase.ts";
import { exportRoutes } from "./export.ts";
import { liveRoutes } from "./live.ts";
import { meRoutes } from "./me.ts";
import { monitorRoutes } from "./monitor.ts";
import { overviewRoutes } from "./overview.ts";
import { answerProblem, notFound } from "./problem.ts";
import { reprocessRoutes } from "./reprocess.ts";
import { sessionRoutes } from "./sessions.ts";
import { signInRoutes } from "./sign-in.ts";
import { statusRoutes } from "./status.ts";
import { createTools, personOf } from "./tools.ts";
import { valueRoutes } from "./values.ts";
import { webApp } from "./web-app.ts";

const resources = [
  meRoutes,
  overviewRoutes,
  attemptRoutes,
  sessionRoutes,
  eraseRoutes,
  deliveryRoutes,
  exportRoutes,
  reprocessRoutes,
  liveRoutes,
  valueRoutes,
  catalogRoutes,
  statusRoutes,
  auditRoutes,
];

/** Everything that the console answers besides the webhook path. */
export function createApp(given: Parts): Hono<AppEnv> {
  const parts = { ...given, store: tracedStore(given.store) };
  const tools = createTools(parts, indexCatalog(catalog, catalogVersion));
  const gate = createGate(parts);
  const app = new Hono<AppEnv>();
  app.onError(answerProblem);
  app.notFound((context) => answerProblem(notFound("There is nothing at this address."), context));
  app.use(observedRequests(parts.logger, parts.metrics));
  app.use(securityHeaders(parts.trustProxy));
  if (parts.signIn.kind === "none") app.use(ownHostOnly(parts.origins));
  // A page whose name points here could send the proxy's header itself. What holds no data answers by any name.
  if (parts.signIn.kind === "proxy") app.use("/api/*", ownHostOnly(parts.origins));
  app.use("/api/*", sameOriginOnly(parts.origins), gate.identify, signedInOnly);
  const api = new Hono<AppEnv>();
  for (const routes of resources) api.route("/", routes(tools));
  api.route("/", signInRoutes(tools, gate));
  api.all("*", (context) => answerProblem(notFound("There is nothing at this address of the API."), context));
  app.route("/api", api);
  app.route("/", monitorRoutes(tools, gate));
  app.route("/", webApp());
  return app;
}

/** What the API answers without a sign-in. Everything else asks for one, also what is added later. */
const open: ReadonlySet<string> = new Set(["/api/me", "/api/sign-in", "/api/sign-out"]);

/** Holds nothing of what arrived, and has to answer when the store does not. */
const dataless = "/api/status";

const signedInOnly: MiddlewareHandler<AppEnv> = async (context, next) => {
  const { path } = context.req;
  if (!open.has(path)) personOf(context);
  const { doubt } = context.get("visitor");
  if (doubt !== null && !open.has(path) && path !== dataless) throw doubt;
  await next();
};
