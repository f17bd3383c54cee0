import { type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-auth-client", "vrf-auth-client"];

/** Whether the headers name one of these clients, and no other. */
export function isFromClient(headers: WebhookHeaders, clientIds: readonly string[]): boolean {
  const [client, ...others] = new Set(headerText(headers, names).split(/[\s,]+/));
  return !others.length && clientIds.includes(client!);
}
