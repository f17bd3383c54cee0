import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openRegistry } from "../src/registry/registry.ts";
import { temporary } from "./temporary.ts";

/** A registry of the world outside, in which every name can be had. */
async function outside() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url ?? "").slice(1);
    seen.push(name);
    const dist = { tarball: "http://127.0.0.1:9/x.tgz", shasum: "0".repeat(40) };
    const versions = { "9.9.9": { name, version: "9.9.9", dist } };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ name, versions, "dist-tags": { latest: "9.9.9" } }));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, seen };
}

it("asks outside for other names, and never for one of ours", async () => {
  const world = await outside();
  const registry = await openRegistry(join(temporary(), "registry"), world.url, "@ours/");
  onTestFinished(registry.close);
  const ask = async (name: string) => (await fetch(new URL(name.replace("/", "%2f"), registry.url))).status;
  expect(await ask("left-pad")).toBe(200);
  expect(await ask("@theirs/thing")).toBe(200);
  expect(await ask("@ours/thing")).toBe(404);
  expect(await ask("@ours/other")).toBe(404);
  expect(world.seen).toEqual(["left-pad", "@theirs/thing"]);
  expect([...registry.asked]).toEqual(["left-pad", "@theirs/thing"]);
});

it("lets nobody publish without the token", async () => {
  const world = await outside();
  const registry = await openRegistry(join(temporary(), "registry"), world.url, "@ours/");
  onTestFinished(registry.close);
  const publish = (headers: Record<string, string>) =>
    fetch(new URL("@ours%2fthing", registry.url), {
      method: "PUT",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ name: "@ours/thing", versions: {}, _attachments: {} }),
    });
  expect((await publish({})).status).toBe(401);
  expect((await publish({ authorization: `Bearer ${registry.token}` })).status).not.toBe(401);
});

it("is gone when it is closed", async () => {
  const world = await outside();
  const registry = await openRegistry(join(temporary(), "registry"), world.url, "@ours/");
  await registry.close();
  await expect(fetch(registry.url)).rejects.toThrow();
});
