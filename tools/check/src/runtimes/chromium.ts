import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { bundled } from "./program.ts";
import type { Outcome, Runtime } from "./runtime.ts";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const inPage = "globalThis.outcome = outcome;";
const inWorker = `addEventListener("fetch", (event) => {
  if (new URL(event.request.url).pathname === "/outcome") event.respondWith(outcome().then((result) => Response.json(result)));
});`;
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless browser: in a page and in a service worker. */
export const chromium: Runtime = {
  name: "Chromium",
  ...(!existsSync(executablePath) && { missing: "Chromium (install it, or set CHROMIUM_PATH)" }),
  async run(packed) {
    const server = await serve({
      "/": ["text/html", '<!doctype html><title>Outcome</title><script type="module" src="/page.js"></script>'],
      "/page.js": ["text/javascript", await bundled(packed, inPage, ["browser"])],
      "/service-worker.js": ["text/javascript", await bundled(packed, inWorker, ["browser"])],
    });
    const { chromium: launcher } = await import("playwright-core");
    const options = { executablePath, headless: true, args };
    const context = await launcher.launchPersistentContext(join(packed.project, "profile"), options);
    try {
      const page = await context.newPage();
      const thrown: string[] = [];
      page.on("pageerror", ({ message }) => thrown.push(message));
      await page.goto(server.origin);
      if (thrown.length > 0) throw new Error(`a page: ${thrown.join("; ")}`);
      const outcomes = new Map<string, Outcome>();
      outcomes.set(
        "a page",
        await page.evaluate(() => (globalThis as unknown as { outcome(): Promise<Outcome> }).outcome()),
      );
      await page.evaluate(async () => {
        await navigator.serviceWorker.register("/service-worker.js", { type: "module" });
        await navigator.serviceWorker.ready;
      });
      // Only a page that is loaded after the service worker started is served by it.
      await page.reload();
      outcomes.set("a service worker", await page.evaluate(async () => (await fetch("/outcome")).json()));
      return outcomes;
    } finally {
      await context.close();
      await server.close();
    }
  },
};

async function serve(files: Readonly<Record<string, readonly [type: string, text: string]>>) {
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(files[request.url ?? ""] ? 200 : 404, { "content-type": type }).end(text);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
}
