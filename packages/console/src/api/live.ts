import { Hono } from "hono";
import type { DeliveryRow, SecretId } from "../flow/delivery.ts";
import type { Rows } from "../live/recent.ts";
import { deliveryItem } from "../understand/delivery-item.ts";
import type { View } from "../understand/view.ts";
import type { AppEnv } from "./env.ts";
import { eventStream } from "./event-stream.ts";
import { position, readQuery } from "./query.ts";
import type { Tools } from "./tools.ts";

/** After an hour the browser has to ask again, so that whoever may no longer read does not for ever. */
const longest = 3_600_000;

/** It has no id, so that whoever connects again goes on after the last delivery. Never says what was erased. */
const erasuresEvent = (number: number) => `event: erasures\ndata: ${number}\n\n`;

/**
 * `GET /api/live`: every delivery as a server-sent event, its position as the id. An event `erasures` comes first, and
 * whenever its number changes: whoever comes back and finds another one than before has to read again what it shows. Goes
 * on after `Last-Event-ID`, which browsers send when they connect again, else after the parameter `after`, else from now
 * on.
 */
export function liveRoutes(tools: Tools): Hono<AppEnv> {
  const { parts, catalog } = tools;
  const encode = encoder((row, view, secrets) => JSON.stringify(deliveryItem(row, view, catalog, secrets)));
  return new Hono<AppEnv>().get("/live", async (context) => {
    // Nobody would read the stream, or ever end it.
    if (context.req.method === "HEAD") return context.body(null, 204);
    const resumed = context.req.header("last-event-id");
    const query = resumed === undefined ? context.req.query() : { after: resumed };
    const { after } = readQuery(query, { after: position });
    const view = await tools.view(context);
    const secrets = await parts.secretIds();
    const ending = new AbortController();
    const visitor = context.get("visitor");
    const stopWaiting = visitor.onSignOut(() => ending.abort());
    ending.signal.addEventListener("abort", stopWaiting, { once: true });
    const batches = parts.live.read(after ?? null, ending.signal);
    const until = parts.clock() + longest;
    const isOver = () => visitor.isOver() || parts.clock() > until;
    const encodeAll = (rows: Rows) =>
      rows.length === 0 ? erasuresEvent(parts.live.erasures) : rows.map((row) => encode(row, view, secrets)).join("");
    return eventStream({ batches, ending, encode: encodeAll, isOver });
  });
}

type Write = (row: DeliveryRow, view: View, secrets: readonly SecretId[]) => string;

/** Writes each row once for each view, however many readers there are. */
function encoder(write: Write): Write {
  const written = new WeakMap<DeliveryRow, Map<View, string>>();
  return (row, view, secrets) => {
    const ofRow = written.get(row) ?? new Map<View, string>();
    written.set(row, ofRow);
    const text = ofRow.get(view) ?? `id: ${row.position}\ndata: ${write(row, view, secrets)}\n\n`;
    ofRow.set(view, text);
    return text;
  };
}
