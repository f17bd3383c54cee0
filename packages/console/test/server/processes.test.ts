import { expect, test, vi } from "vitest";
import { databaseUrl, postgresPlace } from "../store/drivers.ts";
import { environmentFor, startProcess } from "../support/process.ts";
import { eventBody, post } from "../support/receiving.ts";
import { streamReader } from "../support/stream.ts";

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
      await vi.waitFor(() => expect(readers.map(({ seen }) => seen.length)).toEqual([100, 100, 100]), {
        timeout: 60_000,
      });

      const sending = Promise.all(Array.from({ length: 100 }, (_, number) => send(number)));
      await first.end("SIGKILL");
      const answers = await sending;
      await Promise.all([reading[0], reading[2]]);
      const again = [readers[0]!.connect(second.url), readers[2]!.connect(second.url)];
      const rows = await store.feed(0, 1_000);
      expect(rows.length).toBeGreaterThanOrEqual(100 + answers.filter((status) => status === 200).length);
      const all = rows.map(({ position }) => position);
      for (const { seen } of readers) await vi.waitFor(() => expect(seen).toEqual(all), { timeout: 60_000 });

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
