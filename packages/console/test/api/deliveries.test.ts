import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { DeliveryDetail, DeliveryItem, PageOf, Reprocessed, ReprocessedPage } from "../../src/api/types/index.ts";
import type { QuarantinedDelivery, RejectedDelivery } from "../../src/flow/delivery.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";
import { ownPage, passwords, signedIn, viewerPassword } from "../support/passwords.ts";

const receivedAt = Date.parse("2026-03-04T10:00:00Z");

function quarantined(body: string | null): QuarantinedDelivery {
  const why = "not_an_event";
  const bytes = body === null ? null : new TextEncoder().encode(body);
  const signed = { headers: {}, secretId: 1_001, digest: "d".repeat(64), size: 12 };
  return { verdict: "quarantined", receivedAt, ...signed, why, keys: ["id", "verification"], body: bytes };
}
const rejected: RejectedDelivery = { verdict: "rejected", receivedAt, why: "signature_mismatch", status: 401, size: 9 };

const event = JSON.stringify({ id: "f04bdb47-d3be-4b28-b028-a652feb060b5", action: "started", code: 7001 });

async function consoleWith(...batch: Parameters<ReturnType<typeof partsWith>["store"]["append"]>[0]) {
  const parts = partsWith();
  await parts.store.append(batch);
  const app = createApp(parts);
  return {
    parts,
    app,
    get: async <Body>(path: string) => (await (await app.request(path)).json()) as Body,
    post: (path: string) => app.request(path, { method: "POST", headers: ownPage }),
  };
}

describe("deliveries", () => {
  it("are told in words, whatever became of them", async () => {
    const { get } = await consoleWith(accepted({ state: "poa_screen_shown" }), quarantined(null), rejected);
    const { items } = await get<PageOf<DeliveryItem>>("/api/deliveries");
    expect(items).toMatchObject([
      { verdict: "rejected", status: 401, secret: null, hasBody: false, why: { code: "signature_mismatch" } },
      { verdict: "quarantined", status: 200, secret: { index: null, known: true }, hasBody: false, event: null },
      { verdict: "accepted", status: 200, hasBody: true, event: { state: { title: "Poa screen shown", known: true } } },
    ]);
    expect((await get<PageOf<DeliveryItem>>("/api/deliveries?verdict=rejected")).items).toHaveLength(1);
    expect((await get<PageOf<DeliveryItem>>("/api/deliveries?action=started&limit=1")).items).toHaveLength(1);
  });

  it("keep every byte of a body, as text", async () => {
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x7d);
    const { get } = await consoleWith(accepted({}, { body: bytes }));
    expect((await get<DeliveryDetail>("/api/deliveries/1")).body).toBe("\uFEFF{\uFFFD}");
  });

  it("that are not there are not found", async () => {
    const { app } = await consoleWith(rejected);
    for (const position of ["2", "0", "-1", "x", "1e3", "99999999999999999999"]) {
      expect((await app.request(`/api/deliveries/${position}`)).status).toBe(404);
    }
  });

  it("show viewers no body, until they reveal it on the record", async () => {
    const parts = partsWith({ signIn: passwords });
    await parts.store.append([accepted()]);
    const app = createApp(parts);
    const headers = await signedIn(app, viewerPassword);
    const detail = (await (await app.request("/api/deliveries/1", { headers })).json()) as DeliveryDetail;
    expect(detail).toMatchObject({ hasBody: true, body: null, masked: true });
    const reveal = await app.request("/api/deliveries/1/reveal", { method: "POST", headers });
    expect(await reveal.json()).toEqual({ body: expect.stringContaining("f04bdb47") });
    expect((await parts.store.audits({ limit: 1 })).items[0]).toMatchObject({ what: "revealed", who: "Ada" });
  });
});

describe("reprocessing", () => {
  it("takes what can be read as an event by now, once, at the time it arrived", async () => {
    const { post, get, parts } = await consoleWith(quarantined(event));
    expect(await (await post("/api/deliveries/1/reprocess")).json()).toEqual({
      position: 2,
      why: null,
    } satisfies Reprocessed);
    expect(await get<DeliveryDetail>("/api/deliveries/1")).toMatchObject({ reprocessedAs: 2 });
    expect(await get<DeliveryDetail>("/api/deliveries/2")).toMatchObject({
      receivedAt: new Date(receivedAt).toISOString(),
      secret: { index: null, known: true },
      digest: "d".repeat(64),
      body: event,
    });
    expect((await post("/api/deliveries/1/reprocess")).status).toBe(409);
    expect((await post("/api/deliveries/2/reprocess")).status).toBe(409);
    expect((await parts.store.audits({ limit: 5 })).items.map(({ what }) => what)).toEqual(["reprocessed"]);
  });

  it("takes all of them, a page at a time, and counts those that still cannot be read", async () => {
    const { post, parts } = await consoleWith(
      ...Array.from({ length: 150 }, (_, number) => quarantined(number % 10 === 0 ? "not json" : event)),
      quarantined(null),
      accepted(),
    );
    const page = async (query = "") =>
      (await (await post(`/api/deliveries/reprocess${query}`)).json()) as ReprocessedPage;
    const first = await page();
    expect(first).toEqual({ read: 90, unreadable: 10, next: expect.any(String) });
    const second = await page(`?cursor=${first.next}`);
    expect(second).toEqual({ read: 45, unreadable: 5, next: null });
    expect(await page("?why=not_json")).toEqual({ read: 0, unreadable: 0, next: null });
    expect(await page()).toEqual({ read: 0, unreadable: 15, next: null });
    expect((await parts.store.audits({ limit: 1_000 })).items.map(({ what }) => what)).toEqual(
      Array.from({ length: 135 }, () => "reprocessed"),
    );
    const { items } = await parts.store.deliveries({ verdict: "quarantined", limit: 1_000 });
    expect(items.filter((row) => row.verdict === "quarantined" && row.reprocessedAs === null)).toHaveLength(16);
    expect((await post("/api/deliveries/reprocess?cursor=1")).status).toBe(400);
  });

  it("is done in one page where nothing but the oldest has a body", async () => {
    const { post } = await consoleWith(quarantined(event), ...Array.from({ length: 250 }, () => quarantined(null)));
    const page = (await (await post("/api/deliveries/reprocess")).json()) as ReprocessedPage;
    expect(page).toEqual({ read: 1, unreadable: 0, next: null });
  });

  it("releases none that cannot be put on the record", async () => {
    const { post, parts } = await consoleWith(quarantined(event));
    Object.assign(parts.store, { audit: () => Promise.reject(new Error("disk full")) });
    expect((await post("/api/deliveries/reprocess")).status).toBe(500);
    expect((await parts.store.deliveries({ verdict: "accepted", limit: 10 })).items).toEqual([]);
  });

  it("says why where it cannot", async () => {
    const { post } = await consoleWith(quarantined(null), quarantined('{"id":1}'), quarantined("not json"));
    for (const [position, why] of [
      [1, /was not kept/],
      [2, /still cannot/],
      [3, /still cannot/],
    ] as const) {
      const answer = (await (await post(`/api/deliveries/${position}/reprocess`)).json()) as Reprocessed;
      expect(answer).toEqual({ position: null, why: expect.stringMatching(why) });
    }
  });
});
