import { createRootRoute, createRoute, createRouter, type ErrorComponentProps, Link } from "@tanstack/react-router";
import { filterKeys, parseSearch, pick, sessionKeys, stringifySearch } from "../lib/url.ts";
import { Attempts } from "../screens/attempts/attempts.tsx";
import { CatalogScreen } from "../screens/catalog/catalog.tsx";
import { EntryScreen } from "../screens/catalog/entry.tsx";
import { Deliveries } from "../screens/deliveries/deliveries.tsx";
import { Delivery } from "../screens/deliveries/delivery.tsx";
import { Health } from "../screens/health/health.tsx";
import { OverviewScreen } from "../screens/overview/overview.tsx";
import { RecordScreen } from "../screens/record/record.tsx";
import { SessionScreen } from "../screens/sessions/session.tsx";
import { Sessions } from "../screens/sessions/sessions.tsx";
import { Values } from "../screens/values/values.tsx";
import { Page } from "../ui/page.tsx";
import { Empty, Failure } from "../ui/states.tsx";
import { Shell } from "./shell.tsx";

type Query = Record<string, unknown>;
const attemptKeys = ["range", "from", "to", ...filterKeys] as const;

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });
const getParentRoute = () => root;

const overview = createRoute({
  getParentRoute,
  path: "/",
  validateSearch: (search: Query) => pick(search, attemptKeys),
  component: OverviewScreen,
});
const attempts = createRoute({
  getParentRoute,
  path: "/attempts",
  validateSearch: (search: Query) => pick(search, attemptKeys),
  component: Attempts,
});
const sessions = createRoute({
  getParentRoute,
  path: "/sessions",
  validateSearch: (search: Query) => pick(search, sessionKeys),
  component: Sessions,
});
const session = createRoute({ getParentRoute, path: "/sessions/$ref", component: SessionScreen });
const deliveries = createRoute({
  getParentRoute,
  path: "/deliveries",
  validateSearch: (search: Query) => pick(search, ["verdict", "why", "action"]),
  component: Deliveries,
});
const delivery = createRoute({ getParentRoute: () => deliveries, path: "$position", component: Delivery });
const values = createRoute({ getParentRoute, path: "/values", component: Values });
const catalog = createRoute({
  getParentRoute,
  path: "/catalog",
  validateSearch: (search: Query) => pick(search, ["search", "vocabulary"]),
  component: CatalogScreen,
});
const entry = createRoute({ getParentRoute, path: "/catalog/$vocabulary/$value", component: EntryScreen });
const health = createRoute({ getParentRoute, path: "/health", component: Health });
const record = createRoute({ getParentRoute, path: "/record", component: RecordScreen });

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    attempts,
    sessions,
    session,
    deliveries.addChildren([delivery]),
    values,
    catalog,
    entry,
    health,
    record,
  ]),
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function NotFound() {
  return (
    <Page title="Not found">
      <Empty title="There is no such page.">
        <p>
          Go to the <Link to="/">overview</Link>, or find a session by its id.
        </p>
      </Empty>
    </Page>
  );
}

function Broken({ error, reset }: ErrorComponentProps) {
  return <Failure error={error instanceof Error ? error : new Error(String(error))} retry={reset} />;
}
