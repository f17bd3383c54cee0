import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EventStore } from "../../src/store/event-store.ts";
import { durable, type Place, titleOf } from "./drivers.ts";
import { numbers } from "./numbers.ts";
import { accepted, noon, quarantined } from "./samples.ts";

/** A signed sender may put anything into an event. One that cannot be kept would fail every batch it is in, for days. */
for (const driver of durable) {
  describe.skipIf(driver.missing !== null)(`events that no database likes: ${titleOf(driver)}`, () => {
    let place: Place;
    let store: EventStore;
    beforeEach(async () => {
      place = await driver.place();
      store = await place.open();
    });
    afterEach(async () => {
      await store.close();
      await place.remove();
    });

    const long = Array.from({ length: 200_000 }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join(
      "",
    );
    const texts = [
      "\0",
      "a\0b",
      "\ud800",
      "\udc00x",
      "",
      "\\x00",
      "'; drop table deliveries; --",
      "{}",
      "\u{10ffff}",
      long,
    ];

    it.each(texts)("keeps %# wherever it stands", async (text) => {
      const facts = { sessionId: text, attemptId: text, action: text, feature: text, reason: text, state: text };
      const one = accepted({ ...facts, vendorData: text, endUserId: text });
      for (let time = 0; time < 3; time++) await store.append([one, accepted({ sessionId: "other" })]);
      expect(await store.session(text)).toMatchObject({ session: { attempts: 1, deliveries: 3 } });
      const [kept] = await store.sessionDeliveries(text, 1);
      expect(kept?.body).toEqual(one.body);
      expect((await store.deliveries({ limit: 10, action: text })).items).toHaveLength(3);
      expect((await store.sessions({ limit: 10, search: text })).items.length).toBeGreaterThan(0);
      await store.append([quarantined("of somebody else")]);
      const before = await numbers(store);
      await store.rebuild();
      expect(await numbers(store)).toEqual(before);
      expect(await store.erase(text === "" ? { sessionId: text } : { endUserId: text })).toEqual({
        sessions: 1,
        deliveries: 3,
      });
      expect((await numbers(store)).sessions).toHaveLength(1);
      expect((await store.deliveries({ limit: 10, verdict: "quarantined" })).items).toHaveLength(1);
    });

    it("holds no more of a text than lists can carry, and tells texts apart all the same", async () => {
      const facts = { action: long, feature: long, reason: long, state: long, vendorData: long };
      await store.append([
        accepted({ ...facts, sessionId: "a" }),
        accepted({ ...facts, sessionId: "b", state: `${long}!` }),
      ]);
      const rows = (await store.feed(0, 10)).flatMap((row) => (row.verdict === "accepted" ? [row.event] : []));
      for (const { action, feature, reason, state, vendorData } of rows) {
        for (const kept of [action, feature, reason, state, vendorData]) expect(kept).toHaveLength(1_000);
      }
      expect(new Set(rows.map(({ state }) => state)).size).toBe(2);
      const longest = "x".repeat(1_000);
      await store.append([accepted({ sessionId: "c", vendorData: longest })]);
      expect((await store.session("c"))?.session.vendorData).toBe(longest);
    });

    it("keeps codes that are no whole numbers", async () => {
      const codes = [7001.5, 1e300, -1, 2 ** 53, 5e-324];
      await store.append(codes.map((code) => accepted({ code }, noon)));
      expect((await store.feed(0, 10)).map((row) => row.verdict === "accepted" && row.event.code)).toEqual(codes);
    });

    it("keeps what arrived long ago and far ahead", async () => {
      const moments = [0, 1, Date.UTC(1999, 11, 31, 23, 59, 59, 999), Date.UTC(2100, 0, 1)];
      await store.append(moments.map((at) => accepted({ sessionId: "s" }, at)));
      expect((await store.sessionDeliveries("s", 10)).map(({ receivedAt }) => receivedAt)).toEqual(moments);
    });
  });
}
