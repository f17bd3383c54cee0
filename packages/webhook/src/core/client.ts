import { distinct, type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-auth-client", "vrf-auth-client"];

/** Whether the headers name one of these clients, and no other. */
export function isFromClient(headers: WebhookHeaders, clientIds: readonly string[]): boolean {
  const [client, another] = distinct(headerText(headers, names));
  return !another && clientIds.includes(client!);
}
