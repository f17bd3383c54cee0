import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { history } from "../../src/demo/history.ts";
import { random } from "../../src/demo/random.ts";
import { secretIdsIn } from "../../src/receive/secret-ids.ts";
import type { SignIn } from "../../src/server/parts.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { openStore } from "../../src/store/open.ts";
import { signature } from "./receiving.ts";
import { running } from "./running.ts";

export interface RunningConsole {
  readonly url: string;
  readonly store: EventStore;
  /** Posts a body as the sender would, signed with one of the two secrets, or with none of them. @returns The status. */
  post(body: unknown, secret?: "current" | "older" | "wrong"): Promise<number>;
  /** Ends the console, and starts it again on the same port and store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface RunningOptions {
  readonly signIn?: SignIn;
  /** Days of made-up past. 0: nothing has arrived yet. */
  readonly days?: number;
  /** People on one of these days. */
  readonly perDay?: number;
}

const secrets = {
  current: "the secret of this test",
  older: "the secret before it",
  wrong: "not a secret of this test",
};

/** A whole console on a port of this machine, with an embedded database in a folder of its own. */
export async function runningConsole({
  signIn = { kind: "none" },
  days = 0,
  perDay = 30,
}: RunningOptions = {}): Promise<RunningConsole> {
  const directory = await mkdtemp(join(tmpdir(), "flow-console-test-"));
  const store = await openStore({ driver: "sqlite", directory });
  const [secretId] = await secretIdsIn(store, [secrets.current]);
  if (days > 0)
    await store.append(history({ random: random(3), until: Date.now(), days, perDay, secretId: secretId! }));
  const start = (port: number) =>
    running({ store, signIn, port, secrets: [secrets.current, secrets.older], demo: days > 0 });
  let console = await start(0);
  return {
    url: console.url,
    store,
    async post(body, secret = "current") {
      const text = typeof body === "string" ? body : JSON.stringify(body);
      const headers = { "content-type": "application/json", "x-hmac-signature": signature(text, secrets[secret]) };
      return (await fetch(console.webhookUrl, { method: "POST", headers, body: text })).status;
    },
    async restart() {
      await console.close();
      console = await start(Number(new URL(console.url).port));
    },
    async close() {
      await console.close();
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
