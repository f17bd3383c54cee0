import { EventAction, flowReasons, flowStates } from "@flow-catalog/events";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { AttemptItem, AttemptTotal, Overview, PageOf } from "../../src/api/types/index.ts";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { drivers, type Place, titleOf } from "../store/drivers.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";

const begin = Date.parse("2026-03-01T00:00:00Z");
const hour = 3_600_000;

const odd = fc.constantFrom("-", "?", "", "main", "=1+1", "new_state_shown", '<b>"x",\n</b>');
const delivery: fc.Arbitrary<AcceptedDelivery> = fc
  .record({
    session: fc.integer({ min: 0, max: 5 }),
    attempt: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    action: fc.oneof(fc.constantFrom(...Object.values(EventAction)), odd),
    reason: fc.option(fc.oneof(fc.constantFrom(...flowReasons), odd), { nil: null }),
    state: fc.option(fc.oneof(fc.constantFrom(...flowStates), odd), { nil: null }),
    feature: fc.option(fc.oneof(fc.constant("selfid"), odd), { nil: null }),
    hours: fc.integer({ min: -80, max: 160 }),
  })
  .map(({ session, attempt, hours, ...values }) =>
    accepted(
      { ...values, sessionId: `session-${session}`, attemptId: attempt === null ? null : `attempt-${attempt}` },
      { receivedAt: begin + hours * hour + 1 },
    ),
  );

const streams = fc.array(delivery, { minLength: 1, maxLength: 40 });
const lengths = fc.constantFrom(1, 24, 72, 73, 100, 108, 120);

interface Answers {
  readonly overview: Overview;
  readonly list: PageOf<AttemptItem> & AttemptTotal;
  readonly listed: number;
  readonly csvRows: number;
}

function asking(app: ReturnType<typeof createApp>) {
  const get = async (path: string, query: Record<string, string>) => {
    const response = await app.request(`${path}?${new URLSearchParams(query)}`);
    expect(response.status, path).toBe(200);
    return response;
  };
  return async (filter: Record<string, string>): Promise<Answers> => {
    const overview = (await (await get("/api/overview", filter)).json()) as Overview;
    const list = (await (await get("/api/attempts", { ...filter, limit: "3" })).json()) as Answers["list"];
    let listed = list.items.length;
    for (let next = list.next; next !== null; ) {
      const query = { ...filter, limit: "3", cursor: next };
      const page = (await (await get("/api/attempts", query)).json()) as Answers["list"];
      listed += page.items.length;
      next = page.next;
    }
    const csv = await (await get("/api/attempts.csv", filter)).text();
    return { overview, list, listed, csvRows: rowsIn(csv) - 1 };
  };
}

/** Lines of a CSV file; line breaks in quotes make none. */
const rowsIn = (csv: string) => csv.replace(/"(?:[^"]|"")*"/g, "").split("\r\n").length - 1;
const sum = (list: readonly { readonly now: number }[]) => list.reduce((total, { now }) => total + now, 0);

let runs = 0;

/** Streams do not meet in one store: each has its own ids and its own time. Gives the moment that its times are about. */
async function appendInTimeOfItsOwn(store: EventStore, stream: readonly AcceptedDelivery[]): Promise<number> {
  const run = runs++;
  const shift = run * 1_000 * hour;
  const own = stream.map((one) => ({
    ...one,
    receivedAt: one.receivedAt + shift,
    event: { ...one.event, sessionId: `${run} ${one.event.sessionId}` },
  }));
  await store.append(own);
  return begin + shift;
}

for (const driver of drivers) {
  describe.skipIf(driver.missing !== null)(`numbers: ${titleOf(driver)}`, () => {
    let place: Place;
    let store: EventStore;
    // One store for all streams: each gets a time of its own.
    beforeAll(async () => {
      place = await driver.place();
      store = await place.open();
    });
    afterAll(async () => {
      await store.close();
      await place.remove();
    });

    it("are the same in the overview, in the list and in the file, and so is whatever one clicks on", async () => {
      await fc.assert(
        fc.asyncProperty(streams, lengths, async (stream, hours) => {
          const begin = await appendInTimeOfItsOwn(store, stream);
          const ask = asking(createApp(partsWith({ store })));
          const range = { from: new Date(begin).toISOString(), to: new Date(begin + hours * hour).toISOString() };
          const { overview, list, listed, csvRows } = await ask(range);

          const total = overview.attempts.now;
          expect([list.total, listed, csvRows]).toEqual([total, total, total]);
          expect(overview.series.reduce((all, { attempts }) => all + attempts, 0)).toBe(total);
          expect(sum(overview.stages)).toBe(total);
          expect(sum(overview.reasons)).toBe(total);
          for (const { shares } of overview.breakdowns) expect(sum(shares)).toBe(total);
          for (const stage of overview.stages) if (stage.value !== "-") expect(sum(stage.states)).toBe(stage.now);

          const links = [
            ...overview.seen.map(({ key, now }) => ({ filter: { seen: key }, now })),
            ...overview.reasons.map(({ value, now }) => ({ filter: { reason: value }, now })),
            ...overview.stages.map(({ value, now }) => ({ filter: { stage: value }, now })),
            ...overview.stages.flatMap(({ value, reached }) =>
              reached === null ? [] : { filter: { reached: value }, now: reached.now },
            ),
            ...overview.stages.flatMap(({ value: stage, states }) =>
              states.map(({ value, now }) => ({ filter: { state: value, stage }, now })),
            ),
            ...overview.breakdowns.flatMap(({ by, shares }) =>
              shares.map(({ value, now }) => ({ filter: { [by]: value }, now })),
            ),
          ];
          for (const { filter, now } of links) {
            const behind = await ask({ ...range, ...(filter as Record<string, string>) });
            expect([behind.overview.attempts.now, behind.list.total, behind.listed, behind.csvRows]).toEqual([
              now,
              now,
              now,
              now,
            ]);
          }
        }),
        { numRuns: 12 },
      );
    });

    it("compare with the same length of time before", async () => {
      await fc.assert(
        fc.asyncProperty(streams, lengths, async (stream, hours) => {
          const begin = await appendInTimeOfItsOwn(store, stream);
          const ask = asking(createApp(partsWith({ store })));
          const moment = (at: number) => new Date(begin + at * hour).toISOString();
          const now = await ask({ from: moment(0), to: moment(hours) });
          const before = await ask({ from: moment(-hours), to: moment(0) });
          expect(now.overview.before).toEqual({ from: moment(-hours), to: moment(0) });
          expect(now.overview.attempts.before).toBe(before.overview.attempts.now);
          const reached = ({ overview }: Answers) => overview.stages.map((stage) => stage.reached);
          expect(reached(now).map((one) => one?.before)).toEqual(reached(before).map((one) => one?.now));
          if (hours <= 72 || hours % 24 === 0) expect(now.overview.seriesBefore).toEqual(before.overview.series);
          expect(now.overview.seen.map((one) => one.before)).toEqual(before.overview.seen.map((one) => one.now));
        }),
        { numRuns: 12 },
      );
    });

    it("compare each point of the series with what came earlier by the length of the range", async () => {
      await fc.assert(
        fc.asyncProperty(streams, lengths, fc.integer({ min: 0, max: 23 }), async (stream, hours, first) => {
          const from = (await appendInTimeOfItsOwn(store, stream)) + first * hour;
          const length = hours * hour;
          const app = createApp(partsWith({ store }));
          const overview = async (from: number, to: number) => {
            const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
            return (await (await app.request(`/api/overview?${new URLSearchParams(range)}`)).json()) as Overview;
          };
          const { series, seriesBefore, seriesBy, attempts } = await overview(from, from + length);
          expect(seriesBefore.map(({ at }) => Date.parse(at) + length)).toEqual(series.map(({ at }) => Date.parse(at)));
          expect(seriesBefore.reduce((all, point) => all + point.attempts, 0)).toBe(attempts.before);
          const step = (seriesBy === "hour" ? 1 : 24) * hour;
          for (const { at, attempts } of seriesBefore) {
            const begin = Math.max(Date.parse(at), from - length);
            const earlier = await overview(begin, Math.min(Date.parse(at) + step, from));
            expect(earlier.attempts.now).toBe(attempts);
          }
        }),
        { numRuns: 12 },
      );
    });
  });
}
