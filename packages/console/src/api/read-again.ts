import type { Context } from "hono";
import type { KeptDelivery, Position } from "../flow/delivery.ts";
import { record } from "./audit.ts";
import type { AppEnv } from "./env.ts";
import { reread } from "./reread.ts";
import type { Tools } from "./tools.ts";

/** What became of a delivery that was read again; `not_quarantined` where it is in quarantine no longer. */
export type ReadAgain =
  | { readonly is: "accepted"; readonly position: Position }
  | { readonly is: "unreadable" | "bodyless" | "not_quarantined" };

/** Reads a delivery again and keeps it as the event that it is by now, on the record. */
export async function readAgain(tools: Tools, context: Context<AppEnv>, kept: KeptDelivery): Promise<ReadAgain> {
  if (kept.verdict !== "quarantined" || kept.reprocessedAs !== null) return { is: "not_quarantined" };
  if (kept.body === null) return { is: "bodyless" };
  const accepted = reread(kept, kept.body);
  if (accepted === null) return { is: "unreadable" };
  await record(tools, context, "reprocessed", subjectOf(kept));
  const position = await tools.parts.store.release(kept.position, accepted);
  return position === null ? { is: "not_quarantined" } : { is: "accepted", position };
}

/** Whom a delivery is about: a session where it is an event, else the delivery itself. */
export function subjectOf(kept: KeptDelivery): string {
  return kept.verdict === "accepted" ? kept.event.sessionId : `delivery ${kept.position}`;
}
