import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import type { Outcome } from "../vectors/run.ts";
import { bundled, unbundled } from "./bundle.ts";
import { project } from "./project.ts";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const vectors = JSON.parse(readFileSync(new URL("../vectors/vectors.json", import.meta.url), "utf8")) as unknown[];

/** Every vector was run, in every shape, and none failed. */
function expectAll({ checks, failures }: Outcome, shapes: number): void {
  expect(failures).toEqual([]);
  expect(checks).toBeGreaterThan(vectors.length * shapes);
}

async function inProject(files: Readonly<Record<string, string>>): Promise<string> {
  const { folder, remove } = await project(files);
  onTestFinished(remove);
  return folder;
}

test.each([
  ["Node 20.19", "node-20/bin/node", [], "v20.19."],
  ["Node 22", "node-22/bin/node", [], "v22."],
  ["Node 24", "node/bin/node", [], "v24."],
  ["Deno", ".bin/deno", ["run", "--no-lock", "--allow-all"], "deno 2."],
  ["Bun", ".bin/bun", ["run"], "1."],
])("%s", async (_name, path, args, version) => {
  const runtime = `${modules}${path}`;
  const cwd = await inProject({
    "print.js": await unbundled("print.ts"),
    "sync.js": await unbundled("print-sync.ts"),
    "web.js": await bundled("print.ts", ["browser"]),
  });
  const output = async (...given: string[]) => (await promisify(execFile)(runtime, given, { cwd })).stdout;
  expect(await output("--version")).toContain(version);
  expectAll(JSON.parse(await output(...args, "print.js")), 8);
  expectAll(JSON.parse(await output(...args, "sync.js")), 14);
  expectAll(JSON.parse(await output(...args, "web.js")), 8);
});

test("workerd", async () => {
  const config = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker.js", esModule = embed "worker.js")], compatibilityDate = "2025-05-07"))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]);`;
  const worker = await bundled("worker.ts", ["workerd", "worker", "browser"]);
  expect(worker).not.toContain("node:");
  const cwd = await inProject({ "worker.js": worker, "config.capnp": config });
  const workerd = spawn(`${modules}.bin/workerd`, ["serve", "config.capnp", "--control-fd=1"], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void workerd.kill());
  const [line] = (await once(createInterface(workerd.stdout), "line")) as [string];
  const answer = await fetch(`http://127.0.0.1:${JSON.parse(line).port}/`);
  expectAll((await answer.json()) as Outcome, 8);
});

const browser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const hasBrowser = existsSync(browser);

test.runIf(hasBrowser || process.env.CI)(
  `headless Chromium, in a service worker${hasBrowser ? "" : " (not found: install chromium, or set CHROMIUM_PATH)"}`,
  async () => {
    const origin = await serving({
      "/": ["text/html", "<!doctype html><title>Vectors</title>"],
      "/service-worker.js": ["text/javascript", await bundled("service-worker.ts", ["browser"])],
    });
    const { folder, remove } = await project({});
    const context = await chromium.launchPersistentContext(`${folder}/profile`, {
      executablePath: browser,
      headless: true,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
    onTestFinished(async () => {
      await context.close();
      await remove();
    });
    const page = await context.newPage();
    await page.goto(origin);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register("/service-worker.js", { type: "module" });
      await navigator.serviceWorker.ready;
    });
    // Only a page that is loaded after the service worker started is served by it.
    await page.reload();
    expectAll((await page.evaluate(async () => (await fetch("/outcome")).json())) as Outcome, 8);
  },
);

async function serving(files: Readonly<Record<string, readonly [type: string, text: string]>>): Promise<string> {
  const server = createServer((request, response) => {
    const [type, text] = files[request.url!] ?? ["text/plain", ""];
    response.writeHead(files[request.url!] ? 200 : 404, { "content-type": type }).end(text);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
