import { Hono } from "hono";
import type { DeliveryRow, KeptDelivery } from "../flow/delivery.ts";
import { bodyText, deliveryDetail } from "../understand/delivery-detail.ts";
import { deliveryItem } from "../understand/delivery-item.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { cursor, limit, oneOf, position, readQuery, textUpTo } from "./query.ts";
import { subjectOf } from "./read-again.ts";
import { noDelivery } from "./reprocess.ts";
import type { Tools } from "./tools.ts";
import type { DeliveryItem, PageOf } from "./types/index.ts";

const verdict = oneOf("accepted", "quarantined", "rejected");
const value = textUpTo(1_000);

/** Deliveries: list, detail, reveal. */
export function deliveryRoutes(tools: Tools): Hono<AppEnv> {
  const { parts, catalog } = tools;
  const { store, secretIds } = parts;
  const find = async (text: string): Promise<KeptDelivery> => {
    const read = position(text);
    const found = "value" in read ? await store.delivery(read.value) : null;
    if (found === null) throw noDelivery;
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
    });
}
