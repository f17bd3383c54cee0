import { userInfo } from "node:os";
import type { AuditEntry, EventStore } from "../store/event-store.ts";
import { putOnRecord } from "../store/on-record.ts";

/** Puts on the record what a command does to whom. It has to succeed before anything is done. */
export function record(store: EventStore, what: AuditEntry["what"], subject: string | null = null): Promise<void> {
  return putOnRecord(store, { at: Date.now(), who: commandLine(() => userInfo().username), what, subject });
}

/** @param userName - Fails where the system knows the user by a number only, as in many a container. */
export function commandLine(userName: () => string): string {
  try {
    return `command line (${userName()})`;
  } catch {
    return "command line";
  }
}
