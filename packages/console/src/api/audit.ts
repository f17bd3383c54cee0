import { createHmac } from "node:crypto";
import type { Context } from "hono";
import type { AuditEntry } from "../store/event-store.ts";
import type { AppEnv } from "./env.ts";
import { personOf, type Tools } from "./tools.ts";

/**
 * Puts on the record who did what to whom. The id itself is not kept: whoever has it can make the digest with the store's
 * key, and nobody can get it back. It has to succeed before anything is shown or done.
 */
export async function record(
  { parts: { store, clock } }: Tools,
  context: Context<AppEnv>,
  what: AuditEntry["what"],
  subject: string | null,
): Promise<void> {
  const digest = subject === null ? null : digestOf(await store.key("audit"), subject);
  await store.audit({ at: clock(), who: personOf(context).name, what, subject: digest });
}

function digestOf(key: Uint8Array, subject: string): string {
  return createHmac("sha256", key).update(subject).digest("hex");
}
