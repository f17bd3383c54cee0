import { Hono } from "hono";
import type { DeliveryRow, KeptDelivery } from "../flow/delivery.ts";
import { bodyText, deliveryDetail } from "../understand/delivery-detail.ts";
import { deliveryItem } from "../understand/delivery-item.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { notFound, ProblemError } from "./problem.ts";
import { cursor, limit, oneOf, position, readQuery, textUpTo } from "./query.ts";
import { reread } from "./reread.ts";
import { operatorOnly, type Tools } from "./tools.ts";
import type { DeliveryItem, PageOf, Reprocessed } from "./types/index.ts";

const verdict = oneOf("accepted", "quarantined", "rejected");
const value = textUpTo(1_000);

/** Deliveries: list, detail, reveal, reprocess. */
export function deliveryRoutes(tools: Tools): Hono<AppEnv> {
  const { parts, catalog } = tools;
  const { store, secretIds } = parts;
  const find = async (text: string): Promise<KeptDelivery> => {
    const read = position(text);
    const found = "value" in read ? await store.delivery(read.value) : null;
    if (found === null) throw notFound("There is no delivery at this position. It may have been erased.");
    return found;
  };
  return new Hono<AppEnv>()
    .get("/deliveries", async (context) => {
      const query = readQuery(context.req.query(), { verdict, why: value, action: value, cursor, limit });
      const view = await tools.view(context);
      const { cursor: after, ...asked } = query;
      const found = await store.deliveries({ limit: 50, ...asked, ...(await tools.cursors.open(after)) });
      const secrets = await secretIds();
      const inWords = (row: DeliveryRow) => deliveryItem(row, view, catalog, secrets);
      const page: PageOf<DeliveryItem> = await tools.cursors.page(found, inWords);
      return context.json(page);
    })
    .get("/deliveries/:position", async (context) => {
      const kept = await find(context.req.param("position"));
      return context.json(deliveryDetail(kept, await tools.view(context), catalog, await secretIds()));
    })
    .post("/deliveries/:position/reveal", async (context) => {
      const kept = await find(context.req.param("position"));
      await record(tools, context, "revealed", subjectOf(kept));
      return context.json({ body: bodyText(kept) });
    })
    .post("/deliveries/:position/reprocess", operatorOnly, async (context) => {
      const kept = await find(context.req.param("position"));
      if (kept.verdict !== "quarantined" || kept.reprocessedAs !== null) throw notQuarantined;
      const accepted = kept.body === null ? null : reread(kept, kept.body);
      if (accepted === null) return context.json(stillNot(kept.body === null));
      await record(tools, context, "reprocessed", subjectOf(kept));
      const released = await store.release(kept.position, accepted);
      if (released === null) throw notQuarantined;
      const reprocessed: Reprocessed = { position: released, why: null };
      return context.json(reprocessed);
    });
}

const notQuarantined = new ProblemError(409, {
  code: "not_quarantined",
  message: "This delivery is not in quarantine, or no longer. Load it again.",
});

function stillNot(bodyless: boolean): Reprocessed {
  const why = bodyless
    ? "Its body was not kept, because it may have held personal data. The sender has to send it again."
    : "It still cannot be read as an event.";
  return { position: null, why };
}

/** Whom a delivery is about: a session where it is an event, else the delivery itself. */
function subjectOf(kept: KeptDelivery): string {
  return kept.verdict === "accepted" ? kept.event.sessionId : `delivery ${kept.position}`;
}
