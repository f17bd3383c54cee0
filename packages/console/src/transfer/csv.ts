import type { KeptAccepted } from "../flow/delivery.ts";
import { type Cell, csvHead, csvLine } from "./csv-line.ts";

const columns: readonly (readonly [string, (delivery: KeptAccepted) => Cell])[] = [
  ["position", ({ position }) => position],
  ["received_at", ({ receivedAt }) => new Date(receivedAt).toISOString()],
  ["session_id", ({ event }) => event.sessionId],
  ["attempt_id", ({ event }) => event.attemptId],
  ["action", ({ event }) => event.action],
  ["code", ({ event }) => event.code],
  ["feature", ({ event }) => event.feature],
  ["reason", ({ event }) => event.reason],
  ["state", ({ event }) => event.state],
  ["vendor_data", ({ event }) => event.vendorData],
  ["end_user_id", ({ event }) => event.endUserId],
  ["size", ({ size }) => size],
  ["digest", ({ digest }) => digest],
  ["catalog_version", ({ catalogVersion }) => catalogVersion],
  ["warnings", ({ warnings }) => warnings.map(({ code, path }) => `${code} ${path}`).join("; ")],
];

/** The first line. */
export const deliveriesHead: string = csvHead(columns.map(([name]) => name));

/** One accepted delivery as a line, without its body. */
export function deliveryLine(delivery: KeptAccepted): string {
  return csvLine(columns.map(([, read]) => read(delivery)));
}
