import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { PageOf, Revealed, SessionItem, SessionsFound, SessionTimeline } from "../../src/api/types/index.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";
import { operatorPassword, passwords, signedIn, viewerPassword } from "../support/passwords.ts";

const ids = {
  sessionId: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  endUserId: "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4",
  vendorData: "QWE123",
};
const first = "e30122d1-740b-4764-853f-470374a7abf4";
const second = "0aa122d1-740b-4764-853f-470374a7abf4";
const at = (minute: number) => ({ receivedAt: Date.parse("2026-03-04T10:00:00Z") + minute * 60_000 });
const event = (attemptId: string, action: string, code: number, state: string | null = null) => ({
  ...ids,
  ...{ attemptId, action, code, state },
});
const neighbour = { attemptId: null, sessionId: "f04bdb47-0000-4b28-b028-a652feb060b5", vendorData: "QWE1234" };

const parts = partsWith({ signIn: passwords });
const app = createApp(parts);
let operator: Record<string, string>;
let viewer: Record<string, string>;

beforeAll(async () => {
  await parts.store.append([
    accepted(event(first, "submitted", 7002), at(0)),
    accepted(event(first, "started", 7001), at(1)),
    accepted(event(first, "flow_cancelled", 7010, "consent_screen_shown"), at(3)),
    accepted(event(first, "flow_cancelled", 7010, "consent_screen_shown"), at(63)),
    accepted(event(second, "started", 7001), at(120)),
    accepted(neighbour, at(200)),
  ]);
  operator = await signedIn(app, operatorPassword);
  viewer = await signedIn(app, viewerPassword);
});

async function get<Body>(path: string, headers: Record<string, string>): Promise<Body> {
  const response = await app.request(path, { headers });
  expect(response.status, path).toBe(200);
  return (await response.json()) as Body;
}
const search = async (text: string, headers: Record<string, string>) =>
  (await get<PageOf<SessionItem>>(`/api/sessions?search=${encodeURIComponent(text)}`, headers)).items;

describe("a timeline", () => {
  it("tells attempts in order, folds repeats, and says what came late", async () => {
    const timeline = await get<SessionTimeline>(`/api/sessions/${ids.sessionId}`, operator);
    expect(timeline).toMatchObject({
      masked: false,
      shownDeliveries: 5,
      session: { ...ids, attempts: 2, deliveries: 5 },
    });
    const [one, two] = timeline.attempts;
    expect(one).toMatchObject({ number: 1, attemptId: first });
    expect(one?.outcome.sentence).toBe("Cancelled at the consent screen.");
    expect(one?.outcome.stage).toEqual({ value: "consent", title: "Consent" });
    expect(one?.events.map(({ action, late, sincePrevious }) => [action.value, late, sincePrevious])).toEqual([
      ["submitted", false, null],
      ["started", true, 60_000],
      ["flow_cancelled", false, 120_000],
    ]);
    expect(one?.events.map(({ deliveries }) => deliveries.map(({ position }) => position))).toEqual([[1], [2], [3, 4]]);
    expect(two).toMatchObject({ number: 2, outcome: { sentence: "Started; no later event has arrived." } });
  });

  it("of nobody is not found, with the reason", async () => {
    const response = await app.request("/api/sessions/ffffffff-ffff-ffff-ffff-ffffffffffff", { headers: operator });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: "not_found" });
  });
});

describe("search", () => {
  it("by the beginning of any id is for operators", async () => {
    for (const text of ["f04bdb47", " F04BDB47\n", "QWE"]) expect(await search(text, operator)).toHaveLength(2);
    for (const text of [second, "0aa122d1", ids.endUserId]) expect(await search(text, operator)).toHaveLength(1);
  });

  it("by a whole id works for viewers, and by less does not tell them anything", async () => {
    for (const text of [ids.sessionId, ids.sessionId.toUpperCase(), second, ids.endUserId, ids.vendorData]) {
      expect(await search(text, viewer), text).toHaveLength(1);
    }
    for (const text of ["f", "f04bdb47", ids.sessionId.slice(0, -1), "QWE", "qwe123"]) {
      expect(await search(text, viewer), text).toEqual([]);
    }
  });
});

describe("what is pasted", () => {
  const page = (text: string, headers: Record<string, string>) =>
    get<PageOf<SessionItem> & SessionsFound>(`/api/sessions?search=${encodeURIComponent(text)}`, headers);
  const undashed = ids.sessionId.replaceAll("-", "");

  it("is read as the id that it means, for viewers, too", async () => {
    const pasted = [
      `"${ids.sessionId}",`,
      `<${second}>`,
      `https://example.com/${ids.sessionId}/x`,
      undashed,
      '"QWE123"',
    ];
    for (const who of [operator, viewer]) {
      for (const text of pasted)
        expect((await page(text, who)).items, text).toHaveLength(text.includes("QWE") && who === operator ? 2 : 1);
    }
  });

  it("is found as it was typed first, however odd it looks", async () => {
    const odd = partsWith();
    const vendorData = [undashed, '"quoted"', `<${ids.sessionId}>`, " between blanks "];
    await odd.store.append([
      ...vendorData.map((one) => accepted({ sessionId: `of ${one}`, vendorData: one })),
      accepted({ sessionId: ids.sessionId, vendorData: "quoted" }),
    ]);
    const asked = createApp(odd);
    for (const one of vendorData) {
      const response = await asked.request(`/api/sessions?search=${encodeURIComponent(one)}`);
      const { items } = (await response.json()) as PageOf<SessionItem>;
      expect(items.map(({ vendorData }) => vendorData)).toEqual([one]);
    }
  });

  it("is found without the blanks around it", async () => {
    for (const who of [operator, viewer]) {
      const { items } = await page(ids.vendorData, who);
      expect((await page(` ${ids.vendorData}\n`, who)).items).toEqual(items);
    }
  });

  it("names one session exactly, by its whole id only", async () => {
    for (const who of [operator, viewer]) {
      for (const text of [ids.sessionId, ids.sessionId.toUpperCase(), `"${ids.sessionId}"`, undashed]) {
        const { items, exact } = await page(text, who);
        expect([text, exact]).toEqual([text, items[0]?.ref]);
      }
      for (const text of [second, ids.endUserId, "QWE123", "nothing"])
        expect((await page(text, who)).exact, text).toBeNull();
    }
    expect((await page(ids.sessionId.slice(0, -1), operator)).exact).toBeNull();
    expect((await get<SessionsFound>("/api/sessions?limit=1", operator)).exact).toBeNull();
  });
});

describe("filters", () => {
  const found = async (query: string, headers: Record<string, string>) =>
    (await get<PageOf<SessionItem>>(`/api/sessions?${query}`, headers)).items.map(({ attempts }) => attempts);
  const [mine, other] = [2, 1];

  it("narrow the list down, for viewers, too, and together with a search", async () => {
    for (const who of [operator, viewer]) {
      expect(await found("", who)).toEqual([other, mine]);
      expect(await found("several=true", who)).toEqual([mine]);
      expect(await found("from=2026-03-04T13:00:00Z", who)).toEqual([other]);
      expect(await found("to=2026-03-04T13:00:00Z", who)).toEqual([mine]);
      expect(await found("from=2026-03-04T12:00:00Z&to=2026-03-04T13:00:00Z", who)).toEqual([mine]);
      expect(await found("feature=selfid&to=2026-03-04T13:00:00Z", who)).toEqual([mine]);
      expect(await found("feature=-", who)).toEqual([]);
      expect(await found(`search=${ids.sessionId}&several=true&feature=selfid`, who)).toEqual([mine]);
      expect(await found(`search=${neighbour.sessionId}&several=true`, who)).toEqual([]);
    }
    expect(await found("search=QWE&several=true", operator)).toEqual([mine]);
  });

  it("tell a viewer no id by its beginning", async () => {
    const filters = ["several=true", "feature=selfid", "from=2026-03-04T12:00:00Z&to=2026-03-04T13:00:00Z"];
    for (const beginning of ["f", "f04bdb47", ids.sessionId.slice(0, -1), first.slice(0, 8), "QWE"]) {
      for (const filter of filters) {
        const path = `/api/sessions?search=${beginning}&limit=1&${filter}`;
        expect([path, await get(path, viewer)]).toEqual([path, { items: [], next: null, exact: null }]);
      }
    }
  });

  it("count what was sent as nothing as none", async () => {
    const empty = partsWith();
    const features = [null, "", "-", "selfid"];
    await empty.store.append(features.map((feature, number) => accepted({ sessionId: `session ${number}`, feature })));
    const response = await createApp(empty).request("/api/sessions?feature=-");
    const { items } = (await response.json()) as PageOf<SessionItem>;
    expect(items.map(({ feature }) => feature).sort()).toEqual(["", "-", null]);
  });
});

describe("for a viewer", () => {
  it("ids are masked everywhere, and links work all the same", async () => {
    const texts: string[] = [];
    const seen = async (path: string) => {
      const response = await app.request(path, { headers: viewer });
      expect(response.status, path).toBe(200);
      const text = await response.text();
      texts.push(text);
      return JSON.parse(text.startsWith("{") || text.startsWith("[") ? text : "null") as unknown;
    };
    const { items } = (await seen("/api/sessions?limit=1")) as PageOf<SessionItem>;
    expect(items[0]?.sessionId).toBe("••••60b5");
    const [found] = await search(ids.sessionId, viewer);
    const timeline = (await seen(`/api/sessions/${found?.ref}`)) as SessionTimeline;
    expect(timeline).toMatchObject({ masked: true, session: { vendorData: "••••", endUserId: "••••b3d4" } });
    await seen("/api/sessions?limit=1");
    await seen("/api/deliveries?limit=2");
    await seen("/api/deliveries/1");
    await seen("/api/live?after=0");
    await seen("/api/values");
    const range = "from=2026-03-04T00:00:00Z&to=2026-03-05T00:00:00Z";
    for (const path of ["attempts", "attempts.csv", "overview", "overview.csv"]) await seen(`/api/${path}?${range}`);
    expect(texts.length).toBe(11);
    for (const id of [...Object.values(ids), first, second, neighbour.sessionId, "f04bdb47", "QWE"]) {
      expect(texts.filter((text) => text.includes(id))).toEqual([]);
    }
  });

  it("a link that an operator sent, with the id itself, shows no more than one with a reference", async () => {
    const [found] = await search(ids.sessionId, viewer);
    const sent = await get<SessionTimeline>(`/api/sessions/${ids.sessionId}`, viewer);
    expect(sent).toEqual(await get<SessionTimeline>(`/api/sessions/${found?.ref}`, viewer));
    expect(sent.masked).toBe(true);
    expect((await app.request(`/api/sessions/${ids.sessionId.slice(0, -1)}`, { headers: viewer })).status).toBe(404);
  });

  it("a page goes on without telling where", async () => {
    const { next } = await get<PageOf<SessionItem>>("/api/sessions?limit=1", viewer);
    const rest = await get<PageOf<SessionItem>>(`/api/sessions?limit=1&cursor=${next}`, viewer);
    expect(rest.items).toHaveLength(1);
    expect(rest.next).toBeNull();
    expect((await app.request("/api/sessions?cursor=1", { headers: viewer })).status).toBe(400);
  });

  it("revealing goes on the record, under a digest", async () => {
    const [found] = await search(ids.sessionId, viewer);
    const response = await app.request(`/api/sessions/${found?.ref}/reveal`, { method: "POST", headers: viewer });
    const revealed: Revealed = { ...ids, attemptIds: [first, second] };
    expect(await response.json()).toEqual(revealed);
    const [audit] = (await parts.store.audits({ limit: 1 })).items;
    expect(audit).toMatchObject({ who: "Ada", what: "revealed", subject: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(audit)).not.toContain("f04bdb47");
    expect((await get<PageOf<unknown>>("/api/audits?limit=1", operator)).items).toHaveLength(1);
  });

  it("nothing is revealed that cannot be put on the record", async () => {
    const { audit } = parts.store;
    Object.assign(parts.store, { audit: () => Promise.reject(new Error("disk full")) });
    const [found] = await search(ids.sessionId, viewer);
    const response = await app.request(`/api/sessions/${found?.ref}/reveal`, { method: "POST", headers: viewer });
    Object.assign(parts.store, { audit });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("f04bdb47");
  });
});

describe("erasing", () => {
  it("removes a session for good, on the record", async () => {
    const erase = () =>
      app.request(`/api/sessions/${neighbour.sessionId}/erase`, { method: "POST", headers: operator });
    expect(await (await erase()).json()).toEqual({ sessions: 1, deliveries: 1 });
    expect((await erase()).status).toBe(404);
    expect((await parts.store.audits({ limit: 1 })).items[0]).toMatchObject({ what: "erased" });
  });
});
