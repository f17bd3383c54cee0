import { Hono } from "hono";
import type { Subject } from "../store/event-store.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { jsonBody, smallBody } from "./json-body.ts";
import { notFound } from "./problem.ts";
import { badRequest, readQuery, textUpTo } from "./query.ts";
import { operatorOnly, type Tools } from "./tools.ts";
import type { ErasedCount } from "./types/index.ts";

const endUserId = textUpTo(1_000);

/** `POST /api/erase` removes all that is kept about an end-user, and `GET` says how much that is. */
export function eraseRoutes(tools: Tools): Hono<AppEnv> {
  const { store, live } = tools.parts;
  /** Null for what is no end-user's id, but may well be found in bodies that are in quarantine. */
  const erasable = async (subject: Subject) => {
    const count = await store.erasable(subject);
    return count.sessions === 0 ? null : count;
  };
  return new Hono<AppEnv>()
    .get("/erase", operatorOnly, async (context) => {
      const subject = readQuery(context.req.query(), { endUserId }, ["endUserId"]);
      const count: ErasedCount = (await erasable(subject)) ?? { sessions: 0, deliveries: 0 };
      return context.json(count);
    })
    .post("/erase", operatorOnly, smallBody, async (context) => {
      const subject = { endUserId: endUserOf(await jsonBody(context.req.raw)) };
      if ((await erasable(subject)) === null) throw noEndUser;
      await record(tools, context, "erased", subject.endUserId);
      const erased: ErasedCount = await store.erase(subject);
      live.forget();
      return context.json(erased);
    });
}

const noEndUser = notFound("No session is of this end-user, so nothing was erased. It may have been erased before.");

/** Many sessions may have an empty one, and they are not of one person. */
function endUserOf(body: unknown): string {
  const { endUserId: given } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const problem = (message: string) => badRequest([{ parameter: "endUserId", message }]);
  if (typeof given !== "string" || given === "") throw problem("It has to be the id of an end-user.");
  const read = endUserId(given);
  if ("problem" in read) throw problem(read.problem);
  return read.value;
}
