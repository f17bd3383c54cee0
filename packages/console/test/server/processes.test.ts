import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { databaseUrl, postgresPlace } from "../store/drivers.ts";
import { operatorPassword, passwords, signedIn } from "../support/passwords.ts";
import { environmentFor, main, startProcess } from "../support/process.ts";
import { eventBody, post } from "../support/receiving.ts";
import { streamReader } from "../support/stream.ts";
import { until } from "../support/until.ts";

test.skipIf(databaseUrl === undefined)(
  "two consoles on one database: everybody sees everything once and in one order, even if one of them is killed (skipped where DATABASE_URL is not set)",
  async () => {
    const place = await postgresPlace();
    const store = await place.open();
    const [first, second] = await Promise.all([
      startProcess(environmentFor(place.location)),
      startProcess(environmentFor(place.location)),
    ]);
    try {
      const readers = [streamReader(0), streamReader(0), streamReader(0)];
      const urls = [first.url, second.url, first.url];
      const reading = readers.map((reader, index) => reader.connect(urls[index]!));
      const send = async (number: number) => {
        const to = number % 2 === 0 ? first : second;
        return (await post(to.webhookUrl, eventBody({ vendorData: String(number) })).catch(() => null))?.status;
      };
      const before = await Promise.all(Array.from({ length: 100 }, (_, number) => send(number)));
      expect(new Set(before)).toEqual(new Set([200]));
      await until(() => expect(readers.map(({ seen }) => seen.length)).toEqual([100, 100, 100]));

      const sending = Promise.all(Array.from({ length: 100 }, (_, number) => send(number)));
      await first.end("SIGKILL");
      const answers = await sending;
      await Promise.all([reading[0], reading[2]]);
      const again = [readers[0]!.connect(second.url), readers[2]!.connect(second.url)];
      const rows = await store.feed(0, 1_000);
      expect(rows.length).toBeGreaterThanOrEqual(100 + answers.filter((status) => status === 200).length);
      const all = rows.map(({ position }) => position);
      for (const { seen } of readers) await until(() => expect(seen).toEqual(all));

      for (const reader of readers) reader.leave();
      await Promise.all([reading[1], ...again]);
      expect(await second.end("SIGTERM")).toBe(0);
    } finally {
      await Promise.all([first.end("SIGKILL"), second.end("SIGKILL")]);
      await store.close();
      await place.remove();
    }
  },
);

test.skipIf(databaseUrl === undefined)(
  "a sign-out at one console holds at another, and after a restart (skipped where DATABASE_URL is not set)",
  async () => {
    const place = await postgresPlace();
    const store = await place.open();
    const start = () =>
      startProcess({ ...environmentFor(place.location), FLOW_CONSOLE_OPERATOR_PASSWORD: passwords.operator });
    const [first, second] = await Promise.all([start(), start()]);
    const ask = (url: string, path: string, init?: RequestInit) => fetch(`${url}${path}`, init);
    let third: typeof first | undefined;
    try {
      const headers = await signedIn({ request: (path, init) => ask(first.url, path, init) }, operatorPassword);
      const statusAt = async (url: string) => (await ask(url, "/api/overview", { headers })).status;
      const asked = await Promise.all([statusAt(first.url), statusAt(second.url)]);
      expect(asked).toEqual([400, 400]);
      const stream = await ask(second.url, "/api/live", { headers });
      expect((await ask(first.url, "/api/sign-out", { method: "POST", headers })).status).toBe(204);
      expect(await statusAt(first.url)).toBe(401);
      await first.end("SIGKILL");
      // Ends by itself.
      expect(await stream.text()).not.toContain("still here");
      expect(await statusAt(second.url)).toBe(401);
      third = await start();
      expect(await statusAt(third.url)).toBe(401);
    } finally {
      await Promise.all([first, second, third].map((one) => one?.end("SIGKILL")));
      await store.close();
      await place.remove();
    }
  },
);

test.skipIf(databaseUrl === undefined)(
  "what another console or the command erased is given to no reader that comes (skipped where DATABASE_URL is not set)",
  async () => {
    const place = await postgresPlace();
    const store = await place.open();
    const environment = environmentFor(place.location);
    const [first, second] = await Promise.all([startProcess(environment), startProcess(environment)]);
    try {
      const stays = streamReader(0);
      const staying = stays.connect(first.url);
      const ids = ["5e550000-aaaa", "5e550000-bbbb", "5e550000-cccc"] as const;
      for (const id of ids) expect((await post(first.webhookUrl, eventBody({ id }))).status).toBe(200);
      await until(() => expect(stays.seen).toEqual([1, 2, 3]));

      const erase = `${second.url}/api/sessions/${ids[0]}/erase`;
      expect((await fetch(erase, { method: "POST", headers: { origin: second.url } })).status).toBe(200);
      const late = streamReader(0);
      const reading = late.connect(first.url);
      await until(() => expect(late.seen).toEqual([2, 3]));

      const command = [main, "erase", "--session", ids[1], "--json"];
      const erased = await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...environment } });
      expect(JSON.parse(erased.stdout)).toEqual({ sessions: 1, deliveries: 1 });
      const later = streamReader(0);
      const readingLater = later.connect(first.url);
      await until(() => expect(later.seen).toEqual([3]));

      expect((await post(second.webhookUrl)).status).toBe(200);
      await until(() =>
        expect([late.seen, later.seen]).toEqual([
          [2, 3, 4],
          [3, 4],
        ]),
      );
      for (const one of [stays, late, later]) one.leave();
      await Promise.all([staying, reading, readingLater]);
    } finally {
      await Promise.all([first.end("SIGKILL"), second.end("SIGKILL")]);
      await store.close();
      await place.remove();
    }
  },
);
