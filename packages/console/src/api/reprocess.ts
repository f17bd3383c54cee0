import { Hono } from "hono";
import type { AppEnv } from "./env.ts";
import { notFound, ProblemError } from "./problem.ts";
import { cursor, position, readQuery, textUpTo } from "./query.ts";
import { readAgain } from "./read-again.ts";
import { operatorOnly, type Tools } from "./tools.ts";
import type { Reprocessed, ReprocessedPage } from "./types/index.ts";

/** Quarantined deliveries of one request: each that can be read by now is recorded and kept by itself. */
const atOnce = 100;

/** Reads what is in quarantine again: one, or all of them, a page at a time. */
export function reprocessRoutes(tools: Tools): Hono<AppEnv> {
  const { store } = tools.parts;
  return new Hono<AppEnv>()
    .post("/deliveries/reprocess", operatorOnly, async (context) => {
      const { cursor: after, ...asked } = readQuery(context.req.query(), { why: textUpTo(1_000), cursor });
      const from = await tools.cursors.open(after);
      const found = await store.deliveries({ ...asked, toReadAgain: true, limit: atOnce, ...from });
      const sum = { read: 0, unreadable: 0 };
      for (const { position } of found.items) {
        const kept = await store.delivery(position);
        const { is } = kept === null ? { is: null } : await readAgain(tools, context, kept);
        if (is === "accepted") sum.read++;
        if (is === "unreadable") sum.unreadable++;
      }
      const { next } = await tools.cursors.page(found, () => null);
      const page: ReprocessedPage = { ...sum, next };
      return context.json(page);
    })
    .post("/deliveries/:position/reprocess", operatorOnly, async (context) => {
      const read = position(context.req.param("position"));
      const kept = "value" in read ? await store.delivery(read.value) : null;
      if (kept === null) throw noDelivery;
      const result = await readAgain(tools, context, kept);
      if (result.is === "not_quarantined") throw notQuarantined;
      const reprocessed: Reprocessed =
        result.is === "accepted"
          ? { position: result.position, why: null }
          : { position: null, why: whyNot[result.is] };
      return context.json(reprocessed);
    });
}

export const noDelivery: ProblemError = notFound("There is no delivery at this position. It may have been erased.");

const notQuarantined = new ProblemError(409, {
  code: "not_quarantined",
  message: "This delivery is not in quarantine, or no longer. Load it again.",
});

const whyNot = {
  bodyless: "Its body was not kept, because it may have held personal data. The sender has to send it again.",
  unreadable: "It still cannot be read as an event.",
};
