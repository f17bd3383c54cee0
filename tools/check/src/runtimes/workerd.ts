import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bundled } from "./program.ts";
import type { Outcome, Runtime } from "./runtime.ts";

const worker = "export default { fetch: async () => Response.json(await outcome()) };";
const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2025-05-07"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);`;

/** A worker without Node's modules, which answers a request with the outcome. */
export const workerd: Runtime = {
  name: "workerd",
  async run(packed) {
    await writeFile(join(packed.project, "worker.js"), await bundled(packed, worker, ["workerd", "worker", "browser"]));
    await writeFile(join(packed.project, "config.capnp"), config);
    const program = join(import.meta.dirname, "../../node_modules/.bin/workerd");
    const server = spawn(program, ["serve", "config.capnp", "--control-fd=1"], {
      cwd: packed.project,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    server.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    try {
      const ended = once(server, "close").then(() =>
        Promise.reject(new Error(said.trim() || "workerd ended by itself")),
      );
      const [line] = (await Promise.race([once(createInterface(server.stdout), "line"), ended])) as [string];
      const answer = await fetch(`http://127.0.0.1:${JSON.parse(line).port}/`);
      if (!answer.ok) throw new Error(`The worker answered ${answer.status}: ${said.trim()}`);
      return new Map([["a module worker", (await answer.json()) as Outcome]]);
    } finally {
      server.kill();
    }
  },
};
