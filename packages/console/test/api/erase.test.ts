import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { accepted, quarantined } from "../store/samples.ts";
import { partsWith } from "../support/parts.ts";
import { ownPage } from "../support/passwords.ts";

const endUserId = "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4";
const path = `/api/erase?endUserId=${endUserId}`;

async function consoleWithTwoPeople() {
  const parts = partsWith();
  await parts.store.append([
    accepted({ sessionId: "first", endUserId }),
    accepted({ sessionId: "second", endUserId }),
    accepted({ sessionId: "second", endUserId }),
    accepted({ sessionId: "of another", endUserId: "another" }),
    quarantined(`{"endUserId":"${endUserId}"}`),
  ]);
  const app = createApp(parts);
  const erase = (body: unknown) =>
    app.request("/api/erase", {
      method: "POST",
      headers: { ...ownPage, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  return { parts, app, erase };
}

describe("erasing an end-user", () => {
  it("removes every session, and what is in quarantine, as it said before", async () => {
    const { parts, app, erase } = await consoleWithTwoPeople();
    const expected = { sessions: 2, deliveries: 4 };
    expect(await (await app.request(path)).json()).toEqual(expected);
    let forgotten = 0;
    Object.assign(parts.live, { forget: () => forgotten++ });
    expect(await (await erase({ endUserId })).json()).toEqual(expected);
    expect(forgotten).toBe(1);
    expect(await (await app.request(path)).json()).toEqual({ sessions: 0, deliveries: 0 });
    const { items } = await parts.store.sessions({ limit: 10 });
    expect(items.map(({ sessionId }) => sessionId)).toEqual(["of another"]);
  });

  it("goes on the record first, under a digest, and does not happen otherwise", async () => {
    const { parts, erase } = await consoleWithTwoPeople();
    const { audit } = parts.store;
    Object.assign(parts.store, { audit: () => Promise.reject(new Error("disk full")) });
    expect((await erase({ endUserId })).status).toBe(500);
    expect(await parts.store.erasable({ endUserId })).toEqual({ sessions: 2, deliveries: 4 });
    Object.assign(parts.store, { audit });
    await erase({ endUserId });
    expect((await parts.store.audits({ limit: 5 })).items).toEqual([
      expect.objectContaining({ what: "erased", subject: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    ]);
  });

  it("refuses an id that no session has, whatever is in quarantine, and records nothing", async () => {
    const { parts, app, erase } = await consoleWithTwoPeople();
    for (const nobody of ["e", "endUserId"]) {
      const response = await erase({ endUserId: nobody });
      const said = { code: "not_found", message: expect.stringContaining("No session is of this end-user") };
      expect([response.status, await response.json()]).toEqual([404, said]);
      const count = await (await app.request(`/api/erase?endUserId=${nobody}`)).json();
      expect(count).toEqual({ sessions: 0, deliveries: 0 });
    }
    expect((await parts.store.deliveries({ verdict: "quarantined", limit: 5 })).items).toHaveLength(1);
    expect((await parts.store.audits({ limit: 5 })).items).toEqual([]);
  });

  it("asks whom, and takes no empty id for one", async () => {
    const { parts, app, erase } = await consoleWithTwoPeople();
    await parts.store.append([accepted({ sessionId: "of nobody", endUserId: "" })]);
    for (const body of [{}, null, "text", { endUserId: "" }, { endUserId: 1 }, { endUserId: "x".repeat(1_001) }]) {
      const response = await erase(body);
      expect([body, response.status, await response.json()]).toEqual([
        body,
        400,
        expect.objectContaining({ problems: [{ parameter: "endUserId", message: expect.any(String) }] }),
      ]);
    }
    expect((await app.request("/api/erase")).status).toBe(400);
    expect((await erase({ endUserId: "x".repeat(5_000) })).status).toBe(413);
    expect((await parts.store.sessions({ limit: 10 })).items).toHaveLength(4);
    expect((await parts.store.audits({ limit: 5 })).items).toEqual([]);
  });
});
