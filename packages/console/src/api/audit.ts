import type { Context } from "hono";
import type { AuditEntry } from "../store/event-store.ts";
import { putOnRecord } from "../store/on-record.ts";
import type { AppEnv } from "./env.ts";
import { personOf, type Tools } from "./tools.ts";

/** Puts on the record what whoever asks does to whom. It has to succeed before anything is shown or done. */
export function record(
  { parts: { store, clock } }: Tools,
  context: Context<AppEnv>,
  what: AuditEntry["what"],
  subject: string | null,
): Promise<void> {
  return putOnRecord(store, { at: clock(), who: personOf(context).name, what, subject });
}
