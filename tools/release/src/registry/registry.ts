import { mkdir } from "node:fs/promises";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";
import { openRecorder } from "./recorder.ts";

/** An npm registry on loopback that nobody else sees. */
export interface Registry {
  readonly url: string;
  /** Lets its bearer publish. */
  readonly token: string;
  /** Every package name that was looked up outside. */
  readonly asked: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Starts a registry that keeps the packages of one scope to itself, and gets others from the registry of this machine,
 * through a door that remembers each name.
 */
export async function openRegistry(folder: string, outside: string, scope: string): Promise<Registry> {
  await mkdir(folder);
  const recorder = await openRecorder(outside, scope);
  const server = (await runServer(configuration(folder, recorder.url, scope))) as Server;
  await new Promise<void>((ready, failed) => server.once("error", failed).listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await recorder.close();
  };
  try {
    return { url, token: await register(url), asked: recorder.asked, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function configuration(folder: string, uplink: string, scope: string) {
  return {
    // verdaccio finds its own files beside this one, which need not be there.
    configPath: join(folder, "verdaccio.yaml"),
    self_path: join(folder, "verdaccio.yaml"),
    storage: join(folder, "storage"),
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: 1 } },
    uplinks: { outside: { url: uplink, maxage: "1d", timeout: "60s" } },
    packages: {
      [`${scope}*`]: { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "outside" },
    },
    web: { enable: false },
    log: { type: "file", path: join(folder, "verdaccio.log"), level: "warn" },
    max_body_size: "50mb",
  };
}

/** The only user. The name and the password are worth nothing: the registry is gone when the rehearsal is. */
async function register(url: string): Promise<string> {
  const name = "rehearsal";
  const answer = await fetch(new URL(`-/user/org.couchdb.user:${name}`, url), {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password: "rehearsal-only", email: "rehearsal@localhost" }),
  });
  const { token } = (await answer.json()) as { token?: string };
  if (token === undefined) throw new Error(`The registry gave no token (${answer.status})`);
  return token;
}
