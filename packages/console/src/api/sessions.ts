import { type Context, Hono } from "hono";
import { sessionItem } from "../understand/session.ts";
import { timelineOf } from "../understand/timeline.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { notFound } from "./problem.ts";
import { cursor, limit, readQuery } from "./query.ts";
import { exactMatch, findAsMeant, findByWholeId } from "./search.ts";
import { sessionParameters, sessionsMeant } from "./session-query.ts";
import { operatorOnly, type Tools } from "./tools.ts";
import type { ErasedCount, PageOf, Revealed, SessionItem, SessionsFound } from "./types/index.ts";

/** Deliveries that a timeline shows at most, the earliest of the session. */
const shownDeliveries = 2_000;

/** Sessions: search, timeline, reveal, erase. */
export function sessionRoutes(tools: Tools): Hono<AppEnv> {
  const { parts, catalog } = tools;
  const { store } = parts;
  const find = async (context: Context<AppEnv, "/:ref">) => {
    const found = await store.session(await sessionIdOf(tools, context.req.param("ref")));
    if (found === null) throw notFound("There is no such session here. It may have been erased, or not arrived yet.");
    return found;
  };
  return new Hono<AppEnv>()
    .get("/sessions", async (context) => {
      const parameters = { ...sessionParameters, cursor, limit };
      const { cursor: after, limit: size = 50, ...asked } = readQuery(context.req.query(), parameters);
      const { search, ...filter } = sessionsMeant(asked);
      const view = await tools.view(context);
      const query = { ...filter, limit: size, ...(await tools.cursors.open(after)) };
      const found =
        search === undefined
          ? await store.sessions(query)
          : await findAsMeant(search, (text) =>
              view.masked ? findByWholeId(store, text, filter) : store.sessions({ ...query, search: text }),
            );
      const exact = search === undefined ? null : exactMatch(found.items, search);
      const page: PageOf<SessionItem> & SessionsFound = {
        ...(await tools.cursors.page(found, (session) => sessionItem(session, view))),
        exact: exact === null ? null : view.ref(exact.sessionId),
      };
      return context.json(page);
    })
    .get("/sessions/:ref", async (context) => {
      const { session, attempts } = await find(context);
      const deliveries = await store.sessionDeliveries(session.sessionId, shownDeliveries);
      return context.json(timelineOf({ session, attempts, deliveries }, await tools.view(context), catalog));
    })
    .post("/sessions/:ref/reveal", async (context) => {
      const { session, attempts } = await find(context);
      await record(tools, context, "revealed", session.sessionId);
      const { sessionId, vendorData, endUserId } = session;
      const attemptIds = [...attempts].sort((a, b) => a.firstAt - b.firstAt).map(({ attemptId }) => attemptId);
      const revealed: Revealed = { sessionId, vendorData, endUserId, attemptIds };
      return context.json(revealed);
    })
    .post("/sessions/:ref/erase", operatorOnly, async (context) => {
      const { sessionId } = (await find(context)).session;
      await record(tools, context, "erased", sessionId);
      const erased: ErasedCount = await store.erase({ sessionId });
      parts.live.forget();
      return context.json(erased);
    });
}

/** A reference, or the id itself: whoever has a whole id finds its session by searching for it, too, viewers included. */
async function sessionIdOf(tools: Tools, ref: string): Promise<string> {
  return (await tools.seal()).open(ref) ?? ref;
}
