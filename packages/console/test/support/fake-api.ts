import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { catalog } from "@flow-catalog/catalog";
import type {
  AttemptItem,
  CatalogView,
  DeliveryDetail,
  DeliveryItem,
  Me,
  Overview,
  SeenKey,
  SessionItem,
  SessionTimeline,
  Share,
  Status,
  UnknownValue,
  Words,
} from "../../src/api/types/index.ts";
import { serveFile } from "./web-files.ts";

/** The HTTP API with made-up answers, for looking at the app without the rest of the console. */
export async function fakeApi({
  port = 0,
  me = {},
}: {
  readonly port?: number;
  readonly me?: Partial<Me>;
} = {}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const made = makeUp();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const answer = url.pathname.startsWith("/api/") ? answerTo(made, request, url, response, me) : undefined;
    if (url.pathname === "/api/live") return;
    if (!url.pathname.startsWith("/api/")) return serveFile(url.pathname, response);
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { code: "not_found", message: "There is no such thing." }));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

type Made = ReturnType<typeof makeUp>;
const minute = 60_000;
const hour = 60 * minute;
const iso = (time: number) => new Date(time).toISOString();

function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const hex = (length: number) => Array.from({ length }, () => Math.floor(next() * 16).toString(16)).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  return { next, pick, uuid };
}

function entriesOf(vocabulary: "event" | "reason" | "state") {
  return (catalog.vocabularies[vocabulary]?.entries ?? []).map((entry) => ({ ...entry, value: String(entry.value) }));
}

function wordsOf(vocabulary: "event" | "reason" | "state", value: string): Words {
  const entry = entriesOf(vocabulary).find((one) => one.value === value);
  return entry === undefined
    ? { value, title: value.replaceAll("_", " "), known: false, descriptions: [] }
    : { value, title: entry.title, known: true, descriptions: entry.descriptions.map(({ text }) => text) };
}

const titlesOf = (attribute: "stage" | "lane") =>
  (catalog.vocabularies.state?.attributes?.[attribute]?.values ?? []).map(({ value, title }) => ({
    value: String(value),
    title,
  }));
const stageList = [...titlesOf("stage"), { value: "?", title: "Not placed" }, { value: "-", title: "No state" }];
const laneList = titlesOf("lane");
const seenTitles: Record<SeenKey, string> = {
  started: "Started",
  submitted: "Submitted",
  waiting: "Waiting",
  finished: "Finished",
  cancelled: "Cancelled",
  other: "Other events",
};
const actionOf: Record<string, string> = {
  started: "started",
  submitted: "submitted",
  waiting: "waiting_complete",
  finished: "flow_finished",
  cancelled: "flow_cancelled",
};

function placeOf(state: string | null) {
  const attributes = entriesOf("state").find(({ value }) => value === state)?.attributes;
  const stage = state === null ? "-" : String(attributes?.stage ?? "?");
  return { stage, lane: attributes?.lane === undefined ? null : String(attributes.lane) };
}

function makeUp() {
  const random = randomOf(7);
  const now = Date.now();
  const states = entriesOf("state").map(({ value }) => value);
  const common = states.filter(() => random.next() < 0.35);
  const reasons = entriesOf("reason").map(({ value }) => value);
  const sessions = Array.from({ length: 900 }, (_, number) => ({
    id: random.uuid(),
    vendorData:
      number === 0 ? `<script>document.title="broken"</script>` : random.next() < 0.7 ? `user-${1000 + number}` : null,
    endUserId: random.next() < 0.5 ? random.uuid() : null,
    feature: random.next() < 0.95 ? "selfid" : null,
  }));
  const attempts = sessions.flatMap((session, number) => {
    const start = number < 3 ? now - number * 20 * minute - hour : now - random.next() ** 1.3 * 18 * 24 * hour;
    return Array.from({ length: 1 + Math.floor(random.next() * random.next() * 4) }, (_, index) => {
      const end = random.next();
      const seen: SeenKey[] = ["started"];
      if (end < 0.62) seen.push("submitted");
      if (end < 0.2) seen.push("waiting");
      if (end < 0.58) seen.push("finished");
      if (end > 0.7) seen.push("cancelled");
      const isEnded = end < 0.58 || end > 0.7;
      const unknown = random.next() < 0.03;
      const state = isEnded
        ? unknown
          ? "nfc_chip_screen_shown"
          : random.pick(random.next() < 0.8 ? common : states)
        : null;
      return {
        session,
        attemptId: random.uuid(),
        number: index + 1,
        at: start + index * 9 * minute,
        seen,
        action: actionOf[seen.at(-1) ?? "started"] ?? "started",
        state,
        reason: isEnded ? random.pick(reasons) : null,
      };
    });
  });
  const deliveries = attempts
    .flatMap((attempt) =>
      attempt.seen.flatMap((key, index) =>
        Array.from({ length: random.next() < 0.08 ? 3 : 1 }, (_, repeat) => ({
          attempt,
          key,
          at: attempt.at + index * (20_000 + random.next() * 120_000) + repeat * hour,
        })),
      ),
    )
    .sort((a, b) => a.at - b.at)
    .map((one, index) => ({ ...one, position: index + 1 }));
  return { random, now, sessions, attempts, deliveries };
}

type MadeAttempt = Made["attempts"][number];
type MadeDelivery = Made["deliveries"][number];

function itemOf({ attempt, key, at, position }: MadeDelivery): DeliveryItem {
  const common = {
    position,
    receivedAt: iso(at),
    size: 312,
    secretIndex: position % 9 === 0 ? 1 : 0,
    reprocessedAs: null,
  };
  if (position % 23 === 0)
    return {
      ...common,
      verdict: "rejected",
      why: { code: "signature_mismatch", sentence: "The signature was made with another secret, or of other bytes" },
      status: 401,
      event: null,
      secretIndex: null,
      warnings: [],
      hasBody: false,
    };
  if (position % 17 === 0)
    return {
      ...common,
      verdict: "quarantined",
      why: { code: "not_an_event", sentence: "Signed, but not an event: it looks like a decision" },
      status: 200,
      event: null,
      warnings: [],
      hasBody: position % 2 === 0,
    };
  const action = actionOf[key] ?? key;
  const isLast = attempt.seen.at(-1) === key;
  return {
    ...common,
    verdict: "accepted",
    why: null,
    status: 200,
    event: {
      session: attempt.session.id,
      sessionId: attempt.session.id,
      attemptId: attempt.attemptId,
      action: wordsOf("event", action),
      code: Number(entriesOf("event").find(({ value }) => value === action)?.attributes?.code ?? 7001),
      reason: isLast && attempt.reason !== null ? wordsOf("reason", attempt.reason) : null,
      state: isLast && attempt.state !== null ? wordsOf("state", attempt.state) : null,
    },
    warnings:
      isLast && attempt.state === "nfc_chip_screen_shown" ? [{ code: "unknown_value", path: "context.state" }] : [],
    hasBody: true,
  };
}

function detailOf(delivery: MadeDelivery): DeliveryDetail {
  const item = itemOf(delivery);
  const { attempt } = delivery;
  return {
    ...item,
    headers:
      item.verdict === "rejected"
        ? {}
        : { "content-type": "application/json", "user-agent": "made-up/1.0", "x-auth-client": "integration-1" },
    digest: item.verdict === "rejected" ? null : "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    catalogVersion: item.verdict === "accepted" ? "1.0.0" : null,
    keys: item.verdict === "quarantined" ? ["verification", "status", "technicalData"] : [],
    masked: false,
    body: item.hasBody
      ? JSON.stringify({
          id: attempt.session.id,
          attemptId: attempt.attemptId,
          feature: attempt.session.feature,
          code: item.event?.code,
          action: item.event?.action.value,
          context: { reason: item.event?.reason?.value, state: item.event?.state?.value },
          vendorData: attempt.session.vendorData,
        })
      : null,
  };
}

function outcomeOf({ seen, action, reason, state }: MadeAttempt): AttemptItem["outcome"] {
  const { stage, lane } = placeOf(state);
  const words = wordsOf("event", action);
  const stateWords = state === null ? null : wordsOf("state", state);
  const titled = (list: readonly { readonly value: string; readonly title: string }[], value: string | null) =>
    list.find((one) => one.value === value) ?? null;
  return {
    seen,
    action: words,
    reason: reason === null ? null : wordsOf("reason", reason),
    state: stateWords,
    stage: stage === "-" || stage === "?" ? null : titled(stageList, stage),
    lane: titled(laneList, lane),
    sentence: stateWords === null ? words.title : `${words.title} at “${stateWords.title}”`,
  };
}

function overviewOf({ attempts }: Made, query: URLSearchParams): Overview {
  const from = query.get("from") ?? "";
  const to = query.get("to") ?? "";
  const length = Date.parse(to) - Date.parse(from);
  const before = { from: iso(Date.parse(from) - length), to: from };
  const now = attempts.filter((one) => matches(one, query, from, to));
  const then = attempts.filter((one) => matches(one, query, before.from, before.to));
  const by = length > 3 * 24 * hour ? "day" : "hour";
  const step = by === "day" ? 24 * hour : hour;
  const starts: number[] = [];
  for (let at = Math.floor(Date.parse(from) / step) * step; at < Date.parse(to); at += step) starts.push(at);
  const keys = Object.keys(seenTitles) as SeenKey[];
  const count = (list: readonly MadeAttempt[], is: (one: MadeAttempt) => boolean) => list.filter(is).length;
  const shares = (
    textOf: (one: MadeAttempt) => string,
    titleOf: (value: string) => Pick<Share, "title" | "description" | "known">,
  ): Share[] =>
    [...new Set([...now, ...then].map(textOf))]
      .map((value) => ({
        value,
        ...titleOf(value),
        now: count(now, (one) => textOf(one) === value),
        before: count(then, (one) => textOf(one) === value),
      }))
      .sort((a, b) => b.now - a.now);
  const inWords = (vocabulary: "event" | "reason" | "state") => (value: string) => {
    if (value === "-") return { title: "None", description: null, known: true };
    const { title, known, descriptions } = wordsOf(vocabulary, value);
    return { title, known, description: descriptions[0] ?? null };
  };
  const states = shares((one) => one.state ?? "-", inWords("state"));
  return {
    filter: { ...Object.fromEntries(query), from, to },
    before,
    attempts: { now: now.length, before: then.length },
    seen: keys.map((key) => ({
      key,
      title: seenTitles[key],
      now: count(now, ({ seen }) => seen.includes(key)),
      before: count(then, ({ seen }) => seen.includes(key)),
    })),
    series: starts.map((at) => {
      const inside = now.filter((one) => one.at >= at && one.at < at + step);
      return {
        at: iso(at),
        attempts: inside.length,
        ...(Object.fromEntries(keys.map((key) => [key, count(inside, ({ seen }) => seen.includes(key))])) as Record<
          SeenKey,
          number
        >),
      };
    }),
    seriesBy: by,
    stages: stageList.map(({ value, title }) => ({
      value,
      title,
      description: null,
      known: true,
      now: count(now, ({ state }) => placeOf(state).stage === value),
      before: count(then, ({ state }) => placeOf(state).stage === value),
      states: states
        .filter((state) => state.value !== "-" && placeOf(state.value).stage === value)
        .map((state) => ({ ...state, lane: placeOf(state.value).lane })),
    })),
    reasons: shares((one) => one.reason ?? "-", inWords("reason")),
    breakdowns: [
      {
        by: "feature",
        title: "Feature",
        shares: shares(
          (one) => one.session.feature ?? "-",
          (value) => ({ title: value === "-" ? "None" : value, description: null, known: true }),
        ),
      },
      {
        by: "lane",
        title: "Lane",
        shares: shares(
          (one) => placeOf(one.state).lane ?? "-",
          (value) => ({
            title: laneList.find((lane) => lane.value === value)?.title ?? "None",
            description: null,
            known: true,
          }),
        ),
      },
      { by: "action", title: "Last event", shares: shares((one) => one.action, inWords("event")) },
    ],
  };
}

function matches(one: MadeAttempt, query: URLSearchParams, from: string, to: string): boolean {
  const { stage, lane } = placeOf(one.state);
  const values: Record<string, string> = {
    action: one.action,
    reason: one.reason ?? "-",
    state: one.state ?? "-",
    stage,
    lane: lane ?? "-",
    feature: one.session.feature ?? "-",
  };
  const seen = query.get("seen");
  return (
    one.at >= Date.parse(from) &&
    one.at < Date.parse(to) &&
    (seen === null || one.seen.some((key) => key === seen)) &&
    Object.entries(values).every(([key, value]) => (query.get(key) ?? value) === value)
  );
}

function pageOf<T>(items: readonly T[], query: URLSearchParams): { items: readonly T[]; next: string | null } {
  const start = Number(query.get("cursor") ?? 0);
  const end = start + Number(query.get("limit") ?? 50);
  return { items: items.slice(start, end), next: end < items.length ? String(end) : null };
}

function sessionItem({ attempts, deliveries }: Made, id: string): SessionItem | undefined {
  const own = attempts.filter(({ session }) => session.id === id);
  const arrived = deliveries.filter(({ attempt }) => attempt.session.id === id);
  const [first] = own;
  if (first === undefined) return undefined;
  return {
    ref: id,
    sessionId: id,
    vendorData: first.session.vendorData,
    endUserId: first.session.endUserId,
    feature: first.session.feature,
    attempts: own.length,
    deliveries: arrived.length,
    firstAt: iso(Math.min(...arrived.map(({ at }) => at))),
    lastAt: iso(Math.max(...arrived.map(({ at }) => at))),
  };
}

function timelineOf(made: Made, id: string): SessionTimeline | undefined {
  const session = sessionItem(made, id);
  if (session === undefined) return undefined;
  return {
    session,
    masked: false,
    shownDeliveries: session.deliveries,
    attempts: made.attempts
      .filter((one) => one.session.id === id)
      .map((attempt) => {
        const own = made.deliveries.filter((one) => one.attempt === attempt);
        const events = attempt.seen.map((key, index) => {
          const same = own.filter((one) => one.key === key);
          const first = same[0] as MadeDelivery;
          const previous = own.find((one) => one.key === attempt.seen[index - 1]);
          const { event, warnings } = itemOf({ ...first, position: 1 });
          const { stage } = placeOf(event?.state?.value ?? null);
          return {
            action: event?.action as Words,
            code: event?.code ?? 0,
            reason: event?.reason ?? null,
            state: event?.state ?? null,
            stage: stage === "-" ? null : (stageList.find(({ value }) => value === stage) ?? null),
            sincePrevious: previous === undefined ? null : first.at - previous.at,
            late: false,
            warnings,
            deliveries: same.map(({ position, at }) => ({ position, receivedAt: iso(at) })),
          };
        });
        return {
          number: attempt.number,
          attemptId: attempt.attemptId,
          outcome: outcomeOf(attempt),
          firstAt: iso(attempt.at),
          lastAt: iso(own.at(-1)?.at ?? attempt.at),
          events,
        };
      }),
  };
}

function valuesOf({ attempts }: Made): UnknownValue[] {
  const with_ = attempts.filter(({ state }) => state === "nfc_chip_screen_shown");
  return [
    {
      path: "state",
      vocabulary: "state",
      value: "nfc_chip_screen_shown",
      title: "Nfc chip screen shown",
      firstAt: iso(Math.min(...with_.map(({ at }) => at))),
      lastAt: iso(Math.max(...with_.map(({ at }) => at))),
      deliveries: with_.length,
      examples: with_.slice(0, 3).map(({ session }) => ({ session: session.id, sessionId: session.id })),
      closest: ["portrait_screen_shown", "consent_screen_shown"],
      knownAs: null,
      report: "The value `nfc_chip_screen_shown` arrived as a `state` and is not documented.\n",
      overlay: "- vocabulary: state\n  values: [nfc_chip_screen_shown]\n  reason: Seen in events.\n",
    },
  ];
}

function catalogOf(): CatalogView {
  return {
    version: "1.0.0",
    pages: Object.values(catalog.pages).map(({ title, url, published }) => ({ title, url, published })),
    vocabularies: (["event", "reason", "state"] as const).map((id) => ({
      id,
      title: catalog.vocabularies[id]?.title ?? id,
      description: null,
      entries: entriesOf(id).map((entry, index) => ({
        value: entry.value,
        name: `FlowState.${entry.name}`,
        title: entry.title,
        descriptions: entry.descriptions.map(({ text }) => text),
        sources: entry.descriptions.map(({ source }) => ({ page: source.page, heading: source.heading, url: null })),
        evidence: { kind: entry.evidence.kind, text: entry.evidence.text ?? null },
        since: entry.since ?? null,
        deprecated: null,
        facts: Object.entries(entry.attributes ?? {}).map(([title, value]) => ({ title, value: String(value) })),
        related: [],
        seen: index % 3 === 0 ? null : { deliveries: 17 * index, firstAt: iso(0), lastAt: iso(Date.now()) },
      })),
    })),
    history: [],
  };
}

function statusOf({ deliveries, now }: Made): Status {
  const quantiles = { count: 100, p50: 4, p95: 11, p99: 23, max: 31 };
  return {
    startedAt: iso(now - hour),
    node: "v24.0.0",
    receiving: {
      accepted: deliveries.length,
      quarantined: 12,
      rejected: 7,
      overloaded: 0,
      failed: 0,
      waiting: 3,
      waitingLimit: 2000,
      batchSizes: quantiles,
      latency: quantiles,
      lastAt: iso(now),
    },
    store: {
      driver: "sqlite",
      ok: true,
      problem: null,
      bytes: 4_200_000,
      head: deliveries.length,
      oldestAt: iso(deliveries[0]?.at ?? now),
      durable: true,
      warnings: [],
    },
    live: { readers: 1 },
    catalog: { version: "1.0.0", published: "2026-11-23", ageDays: 4, unknownValues: 1 },
    secrets: [
      { index: 0, deliveries: 1200, lastAt: iso(now) },
      { index: 1, deliveries: 130, lastAt: iso(now - hour) },
    ],
    warnings: ["Secret 2 is still in use: 130 deliveries were signed with it, the last one an hour ago"],
  };
}

function answerTo(made: Made, request: IncomingMessage, url: URL, response: ServerResponse, me: Partial<Me>): unknown {
  const { pathname, searchParams: query } = url;
  const [, , name, key, verb] = pathname.split("/");
  const newest = made.deliveries.toReversed();
  switch (name) {
    case "me":
      return {
        person: { name: "You", role: "operator" },
        signIn: "none",
        demo: true,
        version: "0.0.0",
        catalogVersion: "1.0.0",
        now: iso(Date.now()),
        ...me,
      } satisfies Me;
    case "overview":
      return overviewOf(made, query);
    case "attempts": {
      const from = query.get("from") ?? "";
      const found = made.attempts.filter((one) => matches(one, query, from, query.get("to") ?? ""));
      const items = found
        .toSorted((a, b) => b.at - a.at)
        .map(
          (one): AttemptItem => ({
            session: one.session.id,
            sessionId: one.session.id,
            attemptId: one.attemptId,
            firstAt: iso(one.at),
            lastAt: iso(one.at + minute),
            deliveries: one.seen.length,
            outcome: outcomeOf(one),
          }),
        );
      return { ...pageOf(items, query), total: items.length };
    }
    case "sessions": {
      if (key !== undefined) return verb === undefined ? timelineOf(made, decodeURIComponent(key)) : {};
      const search = query.get("search") ?? "";
      const ids = made.attempts
        .toSorted((a, b) => b.at - a.at)
        .filter(
          ({ session, attemptId }) =>
            search === "" || [session.id, attemptId, session.vendorData, session.endUserId].includes(search),
        )
        .map(({ session }) => session.id);
      const page = pageOf([...new Set(ids)], query);
      return { ...page, items: page.items.map((id) => sessionItem(made, id)) };
    }
    case "deliveries": {
      if (key === undefined) {
        const verdict = query.get("verdict");
        return pageOf(
          newest.map(itemOf).filter((item) => verdict === null || item.verdict === verdict),
          query,
        );
      }
      const found = made.deliveries.find(({ position }) => position === Number(key));
      if (verb === "reprocess") return { position: null, why: "it is not an event" };
      return found && detailOf(found);
    }
    case "live":
      return live(made, request, Number(query.get("after")), response);
    case "values":
      return valuesOf(made);
    case "catalog":
      return catalogOf();
    case "status":
      return statusOf(made);
    default:
      return undefined;
  }
}

function live(made: Made, request: IncomingMessage, after: number, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (delivery: MadeDelivery) =>
    response.write(`id: ${delivery.position}\ndata: ${JSON.stringify(itemOf(delivery))}\n\n`);
  for (const delivery of made.deliveries) if (delivery.position > after) send(delivery);
  const timer = setInterval(() => {
    const old = made.random.pick(made.deliveries);
    const next = { ...old, at: Date.now(), position: made.deliveries.length + 1 };
    made.deliveries.push(next);
    send(next);
  }, 700);
  request.on("close", () => clearInterval(timer));
}
