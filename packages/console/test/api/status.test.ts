import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { Status } from "../../src/api/types/index.ts";
import { memoryStore } from "../support/memory-store.ts";
import { partsWith } from "../support/parts.ts";
import { post, receiving, secret } from "../support/receiving.ts";

const now = Date.now();
const statusOf = async (parts: Parameters<typeof partsWith>[0]) =>
  (await (await createApp(partsWith({ clock: () => now, ...parts })).request("/api/status")).json()) as Status;

describe("the status of a console whose secret is wrong", () => {
  it("says so, in every process on the store, and prints no secret", async () => {
    const store = memoryStore();
    await using at = await receiving({ store, secrets: ["another secret"], clock: () => now });
    const { warnings: before } = await statusOf({ store });
    for (let sent = 0; sent < 6; sent++) expect((await post(at.url)).status).toBe(401);
    await at.receiver.close();
    const status = await statusOf({ store });
    expect(status.notTaken).toEqual({ rejected: 6, quarantined: 0 });
    const added = status.warnings.filter((text) => !before.includes(text));
    expect(added).toEqual([
      expect.stringMatching(/^Nothing accepted is kept here, and 6 deliveries .*WEBHOOK_SECRETS/),
    ]);
    expect(JSON.stringify(status)).not.toContain("another secret");
    expect(JSON.stringify(status)).not.toContain(secret);
  });

  it("no longer speaks of it a day after the last one", async () => {
    const store = memoryStore();
    const common = { verdict: "rejected", why: "signature_mismatch", status: 401, size: 9 } as const;
    await store.append([{ ...common, receivedAt: now - 86_400_001 }]);
    expect((await statusOf({ store })).notTaken?.rejected).toBe(0);
    await store.append([{ ...common, receivedAt: now - 86_400_000 }]);
    expect((await statusOf({ store })).notTaken?.rejected).toBe(1);
  });
});
