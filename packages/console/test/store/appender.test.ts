import { expect, it, onTestFinished } from "vitest";
import { StoreError } from "../../src/store/event-store.ts";
import { appenderOf } from "../../src/store/postgres/appender.ts";
import { databaseUrl, postgresPlace } from "./drivers.ts";
import { accepted } from "./samples.ts";

const missing = databaseUrl === undefined ? " (needs DATABASE_URL)" : "";
const options = { url: databaseUrl ?? "postgres://127.0.0.1/test" };

it.skipIf(missing !== "")(`keeps nothing once it is closed, and starts no thread for it${missing}`, async () => {
  const place = await postgresPlace();
  onTestFinished(place.remove);
  await (await place.open()).close();
  const appender = appenderOf({ url: place.url, schema: place.schema });
  expect(await Promise.all([appender.append([accepted(), accepted()]), appender.append([accepted()])])).toEqual([
    [1, 2],
    [3],
  ]);
  await appender.close();
  await expect(appender.append([accepted()])).rejects.toThrow(StoreError);
});

it("says so where its thread ends, and starts another one for the next batch", async () => {
  const appender = appenderOf(options, new URL("data:text/javascript,process.exit(1)"));
  for (const _ of [1, 2]) {
    const failed = appender.append([accepted()]);
    await expect(failed).rejects.toThrow("The thread that keeps deliveries ended.");
    await expect(failed).rejects.toMatchObject({ temporary: true });
  }
  await appender.close();
});
