import { createHmac } from "node:crypto";
import type { AuditEntry, EventStore } from "./event-store.ts";

/**
 * Puts on the record who did what to whom. The id itself is not kept: whoever has it can make the digest with the store's
 * key, and nobody can get it back. It has to succeed before anything is shown or done.
 */
export async function putOnRecord(store: Pick<EventStore, "audit" | "key">, entry: AuditEntry): Promise<void> {
  const { subject } = entry;
  const digest = subject === null ? null : digestOf(await store.key("audit"), subject);
  await store.audit({ ...entry, subject: digest });
}

function digestOf(key: Uint8Array, subject: string): string {
  return createHmac("sha256", key).update(subject).digest("hex");
}
