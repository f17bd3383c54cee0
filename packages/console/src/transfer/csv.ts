import type { KeptAccepted } from "../flow/delivery.ts";

const columns: readonly (readonly [string, (delivery: KeptAccepted) => string | number | null])[] = [
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

export const csvHeader: string = columns.map(([name]) => name).join(",");

/** One accepted delivery as a line of CSV (RFC 4180), without its body. Null and the empty text are both an empty field. */
export function csvLineOf(delivery: KeptAccepted): string {
  return columns.map(([, read]) => field(read(delivery))).join(",");
}

/**
 * A spreadsheet takes a text that begins with one of these signs for a formula, and runs it. An apostrophe in front makes it
 * a text again, so such a value does not read back as it was: JSON Lines do.
 */
const formula = /^[\s\u00a0]*[=+\-@\t\r|]/;

function field(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
