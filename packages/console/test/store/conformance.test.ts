import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AcceptedDelivery, NewDelivery } from "../../src/flow/delivery.ts";
import type { EventStore, Page, PageQuery } from "../../src/store/event-store.ts";
import { drivers, type Place, titleOf } from "./drivers.ts";
import { collect, everything, numbers } from "./numbers.ts";
import { accepted, day, flows, hour, idOf, minute, noon, quarantined, rejected } from "./samples.ts";

for (const driver of drivers) {
  describe.skipIf(driver.missing !== null)(`a store: ${titleOf(driver)}`, () => {
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

    /** Every page of a list. */
    async function all<Item>(list: (query: PageQuery) => Promise<Page<Item>>, limit = 3): Promise<readonly Item[]> {
      const items: Item[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Page<Item> = await list(cursor === undefined ? { limit } : { limit, cursor });
        expect(page.items.length).toBeLessThanOrEqual(limit);
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    }

    it("is empty at first", async () => {
      expect(await store.head()).toBe(0);
      expect(await store.feed(0, 10)).toEqual([]);
      expect(await store.deliveries({ limit: 10 })).toEqual({ items: [], next: null });
      expect(await store.delivery(1)).toBeNull();
      expect(await store.session("nobody")).toBeNull();
      expect(await store.sessions({ limit: 10 })).toEqual({ items: [], next: null });
      expect(await store.attempts({ ...everything, limit: 10 })).toEqual({ items: [], next: null });
      expect((await store.counts({ ...everything, by: "day" })).rows).toEqual([]);
      expect(await store.values()).toEqual([]);
      expect(await store.health()).toMatchObject({ head: 0, oldestAt: null });
      expect(await store.append([])).toEqual([]);
    });

    it("gives back what it was given, byte for byte", async () => {
      const bytes = new Uint8Array([0, 255, 128, 0, 34, 92]);
      const batch: readonly NewDelivery[] = [
        { ...accepted({ vendorData: "ő 'quoted' \\ \"x\" \u{1f600}", state: "" }), body: bytes, secretId: null },
        { ...quarantined(), body: bytes },
        { ...quarantined("x", noon + 1), why: "not_an_event", keys: ["id", "verification"], body: null },
        rejected(),
        { ...rejected("overloaded", noon - 1), status: 503, size: null },
      ];
      const positions = await store.append(batch);
      expect(positions).toHaveLength(5);
      expect(await store.head()).toBe(positions.at(-1));
      for (const [index, delivery] of batch.entries()) {
        const position = positions[index] as number;
        const quarantine = delivery.verdict === "quarantined" ? { reprocessedAs: null } : {};
        expect(await store.delivery(position)).toEqual({ ...delivery, ...quarantine, position });
      }
      expect(await store.sessionDeliveries(accepted().event.sessionId, 5)).toEqual([
        { ...batch[0], position: positions[0] },
      ]);
      expect(await store.health()).toMatchObject({ oldestAt: noon - 1 });
    });

    it("feeds deliveries in the order of their positions, without bodies", async () => {
      await store.append([accepted(), rejected()]);
      await store.append([quarantined(), accepted({}, noon - day), rejected()]);
      const fed = await store.feed(0, 10);
      expect(fed.map(({ verdict }) => verdict)).toEqual([
        "accepted",
        "rejected",
        "quarantined",
        "accepted",
        "rejected",
      ]);
      expect(fed.some((row) => "body" in row)).toBe(false);
      expect(fed[0]).toMatchObject({ hasBody: true, event: accepted().event });
      expect(await store.feed(fed[1]?.position as number, 2)).toEqual(fed.slice(2, 4));
      expect(await store.feed(await store.head(), 10)).toEqual([]);
    });

    it("lists deliveries, the newest first, by verdict, why and action", async () => {
      await store.append([accepted(), rejected(), quarantined(), rejected("overloaded")]);
      await store.append([accepted({ action: "from_tomorrow" }), accepted(), rejected()]);
      const listed = await all((page) => store.deliveries(page));
      expect(listed).toEqual([...(await store.feed(0, 10))].reverse());
      const of = async (query: object) => (await all((page) => store.deliveries({ ...page, ...query }), 1)).length;
      expect(await of({ verdict: "rejected" })).toBe(3);
      expect(await of({ verdict: "quarantined" })).toBe(1);
      expect(await of({ verdict: "accepted" })).toBe(3);
      expect(await of({ why: "overloaded" })).toBe(1);
      expect(await of({ verdict: "accepted", why: "overloaded" })).toBe(0);
      expect(await of({ action: "from_tomorrow" })).toBe(1);
      expect(await of({ action: "started", verdict: "accepted" })).toBe(2);
      expect(await of({ action: "started", verdict: "rejected" })).toBe(0);
      expect(await of({ action: "never" })).toBe(0);
    });

    it("adds deliveries up to attempts and sessions", async () => {
      const facts = { sessionId: "s", attemptId: "a", vendorData: "v", endUserId: "e" };
      await store.append([accepted({ ...facts, action: "submitted", code: 7002 }, noon + minute)]);
      await store.append([accepted(facts, noon + 2 * minute), accepted(facts, noon)]);
      await store.append([accepted({ ...facts, attemptId: null }, noon + 3 * minute)]);
      const found = await store.session("s");
      expect(found?.session).toEqual({
        sessionId: "s",
        attempts: 2,
        deliveries: 4,
        firstAt: noon,
        lastAt: noon + 3 * minute,
        vendorData: "v",
        endUserId: "e",
        feature: "selfid",
      });
      expect(found?.attempts).toMatchObject([
        { attemptId: "a", deliveries: 3, firstAt: noon, outcome: { seen: 3, action: "submitted" } },
        { attemptId: null, deliveries: 1, outcome: { seen: 1, action: "started" } },
      ]);
      const own = await store.sessionDeliveries("s", 3);
      expect(own.map(({ receivedAt }) => receivedAt)).toEqual([noon, noon + minute, noon + 2 * minute]);
    });

    it("lists sessions, the latest first, page by page", async () => {
      await store.append(flows(11));
      // All at one moment, so that a page ends in the middle of it.
      await store.append(Array.from({ length: 7 }, (_, number) => accepted({ sessionId: idOf("same", number) })));
      const listed = await all((page) => store.sessions(page), 2);
      expect(listed).toHaveLength(18);
      expect(new Set(listed.map(({ sessionId }) => sessionId)).size).toBe(18);
      expect(listed.map(({ lastAt }) => lastAt)).toEqual(listed.map(({ lastAt }) => lastAt).sort((a, b) => b - a));
      expect(listed).toEqual(await all((page) => store.sessions(page), 100));
    });

    it("finds sessions by what people have at hand", async () => {
      await store.append(flows(12));
      await store.append([
        accepted({ sessionId: "5E55-UPPER", attemptId: "A-UPPER", vendorData: "Order%_1", endUserId: "E-UPPER" }),
        accepted({ sessionId: "5E55-UPPER", attemptId: "second", vendorData: "zweite", endUserId: "other" }),
      ]);
      const found = async (search: string) =>
        (await all((page) => store.sessions({ ...page, search }))).map(({ sessionId }) => sessionId);
      expect(await found(idOf("5e55", 3))).toEqual([idOf("5e55", 3)]);
      expect(await found(idOf("a77e", 4).toUpperCase())).toEqual([idOf("5e55", 4)]);
      expect(await found(idOf("e11d", 1))).toEqual([11, 6, 1].map((number) => idOf("5e55", number)));
      expect(await found("customer 1")).toEqual([11, 10, 1].map((number) => idOf("5e55", number)));
      expect(await found("Customer 1")).toEqual([]);
      expect(await found("5e550000")).toHaveLength(12);
      for (const search of ["5e55-up", "a-up", "SECOND", "e-upper", "OTHER", "Order%_", "zw"]) {
        expect(await found(search), search).toEqual(["5E55-UPPER"]);
      }
      for (const search of ["%", "_", "order%_1", "nothing", "rder", "'"]) {
        expect(await found(search), search).toEqual([]);
      }
    });

    it("lists the sessions that filters leave over, page by page", async () => {
      const features = ["selfid", "age_estimation", null, ""];
      await store.append(
        flows(40).map((one, number) =>
          one.verdict === "accepted"
            ? { ...one, event: { ...one.event, feature: features[number % 7] ?? "selfid" } }
            : one,
        ),
      );
      // Many of one moment, so that pages and stretches of time end in the middle of it.
      const same = Array.from({ length: 9 }, (_, number) => [
        accepted({ sessionId: idOf("5a3e", number), feature: features[number % 4] ?? null }, noon + hour),
        ...(number % 2 === 0 ? [accepted({ sessionId: idOf("5a3e", number), attemptId: "b" }, noon)] : []),
      ]);
      await store.append(same.flat());
      const every = await all((page) => store.sessions(page), 100);
      expect(every).toHaveLength(49);
      const times = [undefined, noon, noon + hour, noon + hour + 1, noon + 2 * hour, noon + day];
      let some = 0;
      for (const from of times) {
        for (const to of times) {
          for (const wanted of [undefined, ["selfid"], ["age_estimation"], [null, ""], ["never"], []]) {
            for (const several of [undefined, true] as const) {
              const filter = {
                ...(from === undefined ? {} : { from }),
                ...(to === undefined ? {} : { to }),
                ...(wanted === undefined ? {} : { features: wanted }),
                ...(several && { several }),
              };
              const left = every.filter(
                ({ lastAt, feature, attempts }) =>
                  lastAt >= (from ?? 0) &&
                  lastAt < (to ?? noon + 2 * day) &&
                  (wanted === undefined || wanted.includes(feature)) &&
                  (several === undefined || attempts > 1),
              );
              some += left.length > 0 ? 1 : 0;
              expect(await all((page) => store.sessions({ ...page, ...filter }), 4), JSON.stringify(filter)).toEqual(
                left,
              );
            }
          }
        }
      }
      expect(some).toBeGreaterThan(50);
      const found = await all((page) =>
        store.sessions({ ...page, search: "5E55", from: noon + hour, features: ["selfid"], several: true }),
      );
      expect(found).toEqual(
        every.filter(
          ({ sessionId, lastAt, feature, attempts }) =>
            sessionId.startsWith("5e55") && lastAt >= noon + hour && feature === "selfid" && attempts > 1,
        ),
      );
      expect(found.length).toBeGreaterThan(2);
    });

    it("leaves over what is behind more sessions than are looked through for one page", async () => {
      const facts = (number: number) => ({ sessionId: idOf("5e55", number), attemptId: null, vendorData: "all" });
      const rare = [0, 1, 5_150, 10_700].map((number) =>
        accepted({ ...facts(number), feature: "rare" }, noon + number),
      );
      const second = accepted({ ...facts(5_150), attemptId: "second", feature: "rare" }, noon);
      const others = Array.from({ length: 10_600 }, (_, number) => accepted(facts(number + 20), noon + number + 20));
      const batch = [...others.filter(({ event }) => event.sessionId !== idOf("5e55", 5_150)), ...rare, second];
      for (let start = 0; start < batch.length; start += 1_000) await store.append(batch.slice(start, start + 1_000));
      const ids = async (filter: object) =>
        (await all((page) => store.sessions({ ...page, ...filter }))).map(({ sessionId }) => sessionId);
      const features = ["rare"];
      const [first, early, middle, late] = [0, 1, 5_150, 10_700].map((number) => idOf("5e55", number));
      for (const search of [{}, { search: "all" }]) {
        expect(await ids({ ...search, features })).toEqual([late, middle, early, first]);
        expect(await ids({ ...search, features, several: true })).toEqual([middle]);
        expect(await ids({ ...search, several: true })).toEqual([middle]);
        expect(await ids({ ...search, features, from: noon + 1, to: noon + 10_700 })).toEqual([middle, early]);
        expect(await ids({ ...search, features: ["never"] })).toEqual([]);
      }
      expect(await ids({ from: noon, to: noon + 25 })).toHaveLength(7);
      // A page costs the same however rare the matches: a database looks no further for it, and says so.
      const page = await store.sessions({ limit: 3, features: ["never"] });
      expect(page).toEqual({ items: [], next: driver.name === "memory" ? null : expect.any(String) });
    });

    it("finds a beginning that very many have", async () => {
      const many = Array.from({ length: 5_100 }, (_, number) =>
        accepted({ sessionId: idOf("5e55", number), attemptId: null, vendorData: "all" }, noon + (number % 7)),
      );
      for (let start = 0; start < many.length; start += 1_000) await store.append(many.slice(start, start + 1_000));
      await store.append([accepted({ sessionId: "another", attemptId: null })]);
      const findAll = async () => {
        for (const search of ["5e55", "all"]) {
          const listed = await all((page) => store.sessions({ ...page, search }), 1_000);
          expect(new Set(listed.map(({ sessionId }) => sessionId)).size).toBe(5_100);
          expect(listed).toHaveLength(5_100);
          expect(listed.map(({ lastAt }) => lastAt)).toEqual(listed.map(({ lastAt }) => lastAt).sort((a, b) => b - a));
        }
      };
      await findAll();
      // Behind others that are newer, more than are looked through for one page.
      const newer = Array.from({ length: 5_100 }, (_, number) =>
        accepted({ sessionId: idOf("0e0e", number), attemptId: null, vendorData: null }, noon + minute + (number % 50)),
      );
      for (let start = 0; start < newer.length; start += 1_000) await store.append(newer.slice(start, start + 1_000));
      await findAll();
    });

    it("counts attempts by outcome and time, the same as it lists them", async () => {
      await store.append(flows(40, noon - day - hour));
      const [hours, days, whole] = await Promise.all(
        (["hour", "day", "all"] as const).map((by) => store.counts({ ...everything, by })),
      );
      const sum = (counts = hours) => counts?.rows.reduce((total, { attempts }) => total + attempts, 0);
      expect(sum(hours)).toBe(54);
      expect(sum(days)).toBe(54);
      expect(sum(whole)).toBe(54);
      expect(hours?.rows.every(({ at }) => at % hour === 0)).toBe(true);
      expect(days?.rows.every(({ at }) => at % day === 0)).toBe(true);
      expect(whole?.rows.every(({ at }) => at === everything.from)).toBe(true);
      for (const { outcome, attempts } of whole?.rows ?? []) {
        const listed = await all((page) => store.attempts({ ...everything, ...page, outcomes: [outcome] }));
        expect(listed).toHaveLength(attempts);
        for (const attempt of listed) expect(attempt.outcome).toEqual(whole?.outcomes.get(outcome));
      }
      const part = { from: noon - day, to: noon - day + 2 * hour };
      const listed = await all((page) => store.attempts({ ...part, ...page }));
      expect(listed).toHaveLength(sum(await store.counts({ ...part, by: "hour" })) as number);
      const order = listed.map(({ firstAt }) => firstAt);
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(await store.attempts({ ...everything, limit: 5, outcomes: [] })).toEqual({ items: [], next: null });
    });

    it("lists attempts of one moment page by page", async () => {
      const ids = Array.from({ length: 23 }, (_, number) => idOf("5e55", number));
      await store.append(ids.map((sessionId, number) => accepted({ sessionId }, noon + (number % 2))));
      const listed = await all((page) => store.attempts({ ...everything, ...page }), 4);
      expect(listed.map(({ sessionId }) => sessionId).sort()).toEqual(ids);
    });

    it("keeps track of values", async () => {
      const sessions = ["d", "a", "c", "b"];
      await store.append(sessions.map((sessionId, number) => accepted({ sessionId, state: "x" }, noon - number)));
      await store.append([accepted({ sessionId: "a", state: "x", code: 7001.5 }, noon - day)]);
      const values = await store.values();
      const of = (path: string, value: string) => values.find((one) => one.path === path && one.value === value);
      expect(of("state", "x")).toEqual({
        path: "state",
        value: "x",
        firstAt: noon - day,
        lastAt: noon,
        deliveries: 5,
        examples: [
          { sessionId: "a", at: noon - day },
          { sessionId: "b", at: noon - 3 },
          { sessionId: "c", at: noon - 2 },
        ],
      });
      expect(of("code", "7001")).toMatchObject({
        deliveries: 4,
        examples: [{ sessionId: "b" }, { sessionId: "c" }, { sessionId: "a", at: noon - 1 }],
      });
      expect(of("code", "7001.5")).toMatchObject({ deliveries: 1, examples: [{ sessionId: "a" }] });
      expect(values.some(({ path }) => path === "reason")).toBe(false);
    });

    it("releases from quarantine once", async () => {
      const [position = 0] = await store.append([quarantined("{}"), rejected()]);
      const as: AcceptedDelivery = accepted({ sessionId: "late" });
      const released = await Promise.all([store.release(position, as), store.release(position, as)]);
      const [at] = released.filter((one) => one !== null);
      expect(released.filter((one) => one === null)).toHaveLength(1);
      expect(at).toBeGreaterThan(position + 1);
      expect(await store.delivery(position)).toMatchObject({ reprocessedAs: at });
      expect(await store.delivery(at as number)).toEqual({ ...as, position: at });
      expect((await store.session("late"))?.session.deliveries).toBe(1);
      expect(await store.release(position, as)).toBeNull();
      expect(await store.release(position + 1, as)).toBeNull();
      expect(await store.release(99, as)).toBeNull();
      expect((await store.session("late"))?.session.deliveries).toBe(1);
      await store.append([rejected()]);
      expect(await store.head()).toBeGreaterThan(at as number);
    });

    it("erases one session, and every session of an end-user", async () => {
      const batch = flows(10);
      await store.append(batch);
      const mention = quarantined(`{"id":"${idOf("5e55", 2)}"`);
      const [, release = 0] = await store.append([mention, quarantined("of another"), quarantined("stays")]);
      await store.release(release, accepted({ sessionId: idOf("5e55", 2) }));

      expect(await store.erasable({ sessionId: idOf("5e55", 2) })).toEqual({ sessions: 1, deliveries: 6 });
      expect(await store.erasable({ endUserId: idOf("e11d", 3) })).toEqual({ sessions: 2, deliveries: 6 });
      expect(await store.erasable({ endUserId: "nobody" })).toEqual({ sessions: 0, deliveries: 0 });
      // One that mentions both ids is one.
      const twice = quarantined(`{"id":"${idOf("5e55", 3)}","endUserId":"${idOf("e11d", 3)}"`);
      await store.append([twice]);
      expect(await store.erasable({ endUserId: idOf("e11d", 3) })).toEqual({ sessions: 2, deliveries: 7 });
      const head = await store.head();

      expect(await store.erase({ sessionId: idOf("5e55", 2) })).toEqual({ sessions: 1, deliveries: 6 });
      expect(await store.erase({ sessionId: idOf("5e55", 2) })).toEqual({ sessions: 0, deliveries: 0 });
      expect(await store.session(idOf("5e55", 2))).toBeNull();
      expect(await store.erase({ endUserId: idOf("e11d", 3) })).toEqual({ sessions: 2, deliveries: 7 });
      expect(await store.erase({ endUserId: "nobody" })).toEqual({ sessions: 0, deliveries: 0 });
      expect((await store.sessions({ limit: 100 })).items.map(({ sessionId }) => sessionId).sort()).toEqual(
        [0, 1, 4, 5, 6, 7, 9].map((number) => idOf("5e55", number)),
      );
      expect((await store.deliveries({ limit: 100, verdict: "quarantined" })).items).toHaveLength(1);
      expect(await store.head()).toBe(head);

      const fresh = await driver.place();
      const other = await fresh.open();
      const left = new Set([0, 1, 4, 5, 6, 7, 9].map((number) => idOf("5e55", number)));
      await other.append(batch.filter((one) => one.verdict === "accepted" && left.has(one.event.sessionId)));
      expect(await numbers(store)).toEqual(await numbers(other));
      await other.close();
      await fresh.remove();
    });

    it("prunes what is older than a moment", async () => {
      await store.append(flows(30));
      await store.append([quarantined("old", noon), quarantined("new", noon + day)]);
      await store.append([rejected("overloaded", noon), rejected("overloaded", noon + day)]);
      // Session 0 goes on, so all of it stays.
      await store.append([accepted({ sessionId: idOf("5e55", 0) }, noon + day)]);
      const pruned = await store.prune(noon + hour);
      expect(pruned).toEqual({ sessions: 8, deliveries: 24 });
      expect((await store.sessionDeliveries(idOf("5e55", 0), 100)).length).toBe(5);
      expect(await store.prune(noon + hour)).toEqual({ sessions: 0, deliveries: 0 });
      const before = await numbers(store);
      await store.rebuild();
      expect(await numbers(store)).toEqual(before);
    });

    it("erases no body for an id that is so short that it might be anything", async () => {
      await store.append([quarantined('{"endUserId":"1234567"}'), quarantined('{"endUserId":"12345678"}')]);
      await store.append([accepted({ sessionId: "i", endUserId: "1234567" })]);
      expect(await store.erasable({ endUserId: "1234567" })).toEqual({ sessions: 1, deliveries: 1 });
      expect(await store.erase({ endUserId: "1234567" })).toEqual({ sessions: 1, deliveries: 1 });
      expect(await store.erase({ sessionId: "endUser" })).toEqual({ sessions: 0, deliveries: 0 });
      expect(await store.erase({ endUserId: "12345678" })).toEqual({ sessions: 0, deliveries: 1 });
    });

    it("says that deliveries were erased or pruned, and of nothing else", async () => {
      const [quarantine = 0] = await store.append([quarantined(), ...flows(12), rejected("overloaded", noon)]);
      await store.release(quarantine, accepted());
      await store.rebuild();
      await store.prune(noon - day);
      const before = await store.erasures();
      expect(await store.erasures()).toBe(before);
      const sessionId = idOf("5e55", 11);
      await store.erase({ sessionId });
      const erased = await store.erasures();
      expect(erased).toBeGreaterThan(before);
      await store.prune(noon + 10 * minute);
      const pruned = await store.erasures();
      expect(pruned).toBeGreaterThan(erased);
      expect((await store.sessions({ limit: 100 })).items.length).toBeGreaterThan(0);
      await store.append([rejected("overloaded", noon)]);
      expect(await store.erasures()).toBe(pruned);
      expect(await store.prune(noon + 10 * minute)).toEqual({ sessions: 0, deliveries: 1 });
      expect(await store.erasures()).toBeGreaterThan(pruned);
    });

    it("remembers each secret that made a signature, for good", async () => {
      const [current, old] = [16_000_000, 1_000];
      expect(await store.secrets()).toEqual([]);
      const by = (secretId: number | null, receivedAt: number) => ({ ...accepted({}, receivedAt), secretId });
      await store.append([by(old, noon + 1), by(old, noon), by(null, noon), rejected()]);
      await store.append([by(old, noon - 1), by(current, noon + 2)]);
      const [quarantine = 0] = await store.append([
        { ...quarantined("x", noon + 3), secretId: current },
        { ...quarantined("y", noon + 4), secretId: null },
        by(current, noon + 4),
      ]);
      const used = [
        { id: old, deliveries: 3, firstAt: noon - 1, lastAt: noon + 1 },
        { id: current, deliveries: 3, firstAt: noon + 2, lastAt: noon + 4 },
      ];
      expect(await store.secrets()).toEqual(used);
      expect(await store.delivery(quarantine)).toMatchObject({ secretId: current });
      expect(await store.delivery(quarantine + 1)).toMatchObject({ secretId: null });

      await store.release(quarantine, by(current, noon + 3));
      await store.rebuild();
      await store.prune(noon + day);
      expect(await store.secrets()).toEqual(used);
      await store.close();
      store = await place.open();
      expect(await store.secrets()).toEqual(used);
    });

    it("tells what was not taken of late, and whether anything that was is kept", async () => {
      const since = { rejected: noon - hour, quarantined: noon - day };
      expect(await store.notTaken(since)).toEqual({ acceptedAt: null, rejected: [], quarantined: 0 });
      await store.append([
        rejected("overloaded", noon - hour),
        rejected("signature_mismatch", noon),
        rejected("signature_mismatch", noon),
        rejected("signature_missing", noon - hour - 1),
        quarantined("old", noon - day - 1),
      ]);
      const [, again = 0] = await store.append([quarantined("new", noon - day), quarantined("again", noon)]);
      const refused = [
        { why: "signature_mismatch", deliveries: 2 },
        { why: "overloaded", deliveries: 1 },
      ];
      expect(await store.notTaken(since)).toEqual({ acceptedAt: null, rejected: refused, quarantined: 2 });
      await store.release(again, accepted({}, noon + 1));
      expect(await store.notTaken(since)).toEqual({ acceptedAt: noon + 1, rejected: refused, quarantined: 1 });
    });

    it("counts no more than a thousand that are in quarantine", async () => {
      await store.append(Array.from({ length: 1_100 }, (_, index) => quarantined(`${index}`)));
      expect((await store.notTaken({ rejected: 0, quarantined: 0 })).quarantined).toBe(1_000);
    });

    it("makes the same numbers again from the deliveries", async () => {
      await store.append(flows(60));
      const before = await numbers(store);
      const progress: number[] = [];
      await store.rebuild((done, of) => progress.push(done / of));
      expect(await numbers(store)).toEqual(before);
      if (driver.name !== "memory") expect(progress.at(-1)).toBe(1);
      await store.append(flows(3, noon + day));
      expect((await store.sessions({ limit: 100 })).items).toHaveLength(60);
    });

    it("leaves the numbers as they were where making them again is broken off", async () => {
      if (driver.name === "memory") return;
      await store.append(flows(60));
      const before = await numbers(store);
      const stop = AbortSignal.abort();
      await expect(store.rebuild(() => stop.throwIfAborted())).rejects.toBe(stop.reason);
      expect(await numbers(store)).toEqual(before);
      await store.append([accepted({}, noon + day)]);
    });

    it("lists what can be read again", async () => {
      const bodiless = { ...quarantined("x"), body: null };
      const batch = [
        quarantined("first"),
        bodiless,
        accepted(),
        quarantined("second"),
        quarantined("third"),
        rejected(),
      ];
      const [first = 0, , , second = 0, third = 0] = await store.append(batch);
      await store.release(second, accepted());
      const listed = await all((page) => store.deliveries({ ...page, toReadAgain: true }), 1);
      expect(listed.map(({ position }) => position)).toEqual([third, first]);
      const why = { toReadAgain: true, why: "not_an_event", limit: 10 } as const;
      expect((await store.deliveries(why)).items).toEqual([]);
    });

    it("exports accepted deliveries in order", async () => {
      await store.append([rejected(), ...flows(250), quarantined()]);
      const exported = await collect(store.exportDeliveries());
      expect(exported).toHaveLength(flows(250).length);
      expect(exported.map(({ event }) => event)).toEqual(
        flows(250).map((one) => one.verdict === "accepted" && one.event),
      );
      const after = exported[300]?.position as number;
      expect(await collect(store.exportDeliveries(after))).toEqual(exported.slice(301));
    });

    it("remembers who did what, keys and catalogs", async () => {
      const entry = { at: noon, who: "anna", what: "revealed", subject: "digest" } as const;
      await store.audit(entry);
      await store.audit({ ...entry, at: noon + 1, what: "signed_in", subject: null });
      await store.audit({ ...entry, at: noon - 1, what: "exported" });
      const audits = await all((page) => store.audits(page), 2);
      expect(audits.map(({ what }) => what)).toEqual(["exported", "signed_in", "revealed"]);
      expect(audits[2]).toEqual(entry);

      const key = await store.key("cookies");
      expect(key).toHaveLength(32);
      expect(await store.key("cookies")).toEqual(key);
      expect(await store.key("references")).not.toEqual(key);

      await store.rememberCatalog({ version: "1.1.0", firstRunAt: noon, json: "{}" });
      await store.rememberCatalog({ version: "1.0.0", firstRunAt: noon + 1, json: '{"a":1}' });
      await store.rememberCatalog({ version: "1.1.0", firstRunAt: noon + 2, json: "[]" });
      expect(await store.catalogs()).toEqual([
        { version: "1.1.0", firstRunAt: noon, json: "{}" },
        { version: "1.0.0", firstRunAt: noon + 1, json: '{"a":1}' },
      ]);
    });

    it("remembers sign-ins that ended before their time, until it is over", async () => {
      const [first, second, third] = [
        { id: "first", until: noon + hour },
        { id: "second", until: noon + 2 * hour },
        { id: "third", until: noon + 3 * hour },
      ] as const;
      expect(await store.endedSignIns(0)).toEqual([]);
      await store.endSignIn(first, noon);
      await Promise.all([store.endSignIn(second, noon), store.endSignIn(second, noon)]);
      const ids = async (after: number) => (await store.endedSignIns(after)).map(({ id }) => id).sort();
      expect(await store.endedSignIns(noon + hour)).toEqual([second]);
      expect(await ids(noon)).toEqual(["first", "second"]);
      await store.close();
      store = await place.open();
      expect(await ids(noon)).toEqual(["first", "second"]);
      await store.endSignIn(third, noon + hour + 1);
      expect(await ids(0)).toEqual(["second", "third"]);
    });

    it("keeps what was appended, when it is opened again", async () => {
      await store.append(flows(20));
      const key = await store.key("cookies");
      const before = await numbers(store);
      await store.close();
      store = await place.open();
      expect(await numbers(store)).toEqual(before);
      expect(await store.key("cookies")).toEqual(key);
      const head = await store.head();
      expect((await store.append([accepted()]))[0]).toBeGreaterThan(head);
    });
  });
}
