import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { httpHandler } from "../adapters/http.ts";
import { createWebhooks, type EventCallback } from "../index.node.ts";
import { defined } from "../testing/defined.ts";
import { numberOf } from "./number.ts";
import { secretsOf } from "./secrets.ts";
import type { Terminal } from "./terminal.ts";
import { wordsFor } from "./words.ts";

const options = {
  port: { type: "string", default: "8787" },
  json: { type: "boolean" },
  "client-id": { type: "string" },
  secret: { type: "string", multiple: true },
} as const;

/** Receives events on this machine and prints them, until the command is asked to stop. */
export async function listen(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  const port = numberOf(values.port, "--port", 0, 65_535);
  const secrets = secretsOf(values.secret, terminal);
  const webhooks = createWebhooks({ secrets, ...defined({ clientId: values["client-id"] }) });
  const print: EventCallback = (event, { receivedAt, secretIndex, warnings }) =>
    terminal.out(
      values.json
        ? JSON.stringify({ receivedAt, secretIndex, warnings, event })
        : `${receivedAt.toISOString()} ${wordsFor(event, warnings).join("\n")}`,
    );
  const handler = httpHandler(webhooks, {
    onEvent: print,
    onUnknown: print,
    onError: (error) => terminal.err(`refused: ${error.message}`),
  });
  const server = createServer(handler).listen(port, "127.0.0.1");
  await once(server, "listening", { signal: terminal.stop });
  const { port: actual } = server.address() as AddressInfo;
  terminal.err(`Listening on http://127.0.0.1:${actual}. Press Ctrl+C to stop.`);
  if (!terminal.stop.aborted) await once(terminal.stop, "abort");
  server.closeAllConnections();
  server.close();
  return 0;
}
