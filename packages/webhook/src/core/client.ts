import { distinct, type HeaderNames, headerText, type WebhookHeaders } from "./headers.ts";

const names: HeaderNames = ["x-auth-client", "vrf-auth-client"];

/** Whether the headers name this client, or one of these, and no other. A pin that is empty fits nothing. */
export function isFromClient(headers: WebhookHeaders, clientId: string | readonly string[]): boolean {
  const [client, another] = distinct(headerText(headers, names));
  return !another && !!client && [clientId].flat().includes(client);
}
