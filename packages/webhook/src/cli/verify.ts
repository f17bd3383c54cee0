import { parseArgs } from "node:util";
import { createWebhooksSync } from "../node.ts";
import { secretsOf } from "./secrets.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { wordsFor } from "./words.ts";

const options = {
  signature: { type: "string" },
  secret: { type: "string", multiple: true },
} as const;

/** Checks a saved body. Exit code 0 where the signature is right. */
export async function verify(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0)
    throw new UsageError("Give one file with the body, or - for standard input.");
  if (values.signature === undefined) throw new UsageError("Give the signature: --signature <hex>.");
  const webhooks = createWebhooksSync({ secrets: secretsOf(values.secret, terminal), maxBodyBytes: 2 ** 30 });
  const headers = { "x-hmac-signature": values.signature };
  const body = await terminal.read(file);
  const result = webhooks.receive({ body: new Uint8Array(body), headers });
  if (result.ok) {
    terminal.out("The signature is right.");
    for (const line of wordsFor(result.event, result.delivery.warnings)) terminal.out(line);
    return 0;
  }
  if (result.delivery) {
    terminal.out("The signature is right.");
    terminal.out(result.error.message);
    return 0;
  }
  terminal.err(result.error.message);
  // Editors end a file with a line break that the sender never sent.
  const trimmed = new TextDecoder().decode(body).replace(/\r?\n$/, "");
  if (webhooks.receive({ body: trimmed, headers }).delivery) {
    terminal.err("Without the line break at the end of the file the signature is right: an editor may have added it.");
  }
  return 1;
}
