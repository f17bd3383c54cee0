import { afterEach, expect, test } from "vitest";
import type { DeliveryDetail, Status } from "../../src/api/types/index.ts";
import type { Console } from "../../src/server/console.ts";
import { sqlitePlace } from "../store/drivers.ts";
import { eventBody, post, signature } from "../support/receiving.ts";
import { running } from "../support/running.ts";

const [old, current] = ["the secret before", "the secret of today"];

let consoles: (Console & AsyncDisposable)[] = [];
afterEach(async () => {
  await Promise.all(consoles.map((one) => one.close()));
  consoles = [];
});

test("which secret matched is told by the settings of today, in every process and after a restart", async () => {
  const place = await sqlitePlace();
  let store = await place.open();
  const start = async (...secrets: readonly string[]) => {
    const one = await running({ store, secrets });
    consoles.push(one);
    const get = async <Body>(path: string) => (await (await fetch(one.url + path)).json()) as Body;
    return {
      send: async (secret: string) =>
        (await post(one.webhookUrl, eventBody(), { "x-hmac-signature": signature(eventBody(), secret) })).status,
      secretOf: async (position: number) => (await get<DeliveryDetail>(`/api/deliveries/${position}`)).secret,
      status: () => get<Status>("/api/status"),
      figures: async () => (await fetch(`${one.url}/metrics`)).text(),
    };
  };

  const before = await start(old);
  expect(await before.send(old)).toBe(200);
  expect(await before.secretOf(1)).toEqual({ index: 0, of: 1, known: true });
  await store.append([
    {
      verdict: "quarantined",
      receivedAt: 1,
      headers: {},
      secretId: null,
      digest: "d".repeat(64),
      size: 1,
      why: "not_json",
      keys: [],
      body: null,
    },
  ]);
  expect(await before.secretOf(2)).toEqual({ index: null, of: 1, known: false });

  const [during, other] = [await start(current, old), await start(current, old)];
  expect(await during.secretOf(1)).toEqual({ index: 1, of: 2, known: true });
  const used = (deliveries: number) => ({ deliveries, firstAt: expect.any(String), lastAt: expect.any(String) });
  const unused = { deliveries: 0, firstAt: null, lastAt: null };
  expect((await other.status()).secrets).toEqual([
    { index: 0, ...unused },
    { index: 1, ...used(1) },
  ]);
  expect((await other.status()).warnings.join()).not.toContain("still signed");
  expect([await during.send(current), await during.send(old), await other.send(old)]).toEqual([200, 200, 200]);
  const status = await other.status();
  expect(status.secrets).toEqual([
    { index: 0, ...used(1) },
    { index: 1, ...used(3) },
  ]);
  expect(status.warnings).toContain("Deliveries are still signed with secret 2, an old one: see Secrets.");
  const figures = await during.figures();
  expect(figures).toContain('flow_console_signed_deliveries_total{secret="current"} 1');
  expect(figures).toContain('flow_console_signed_deliveries_total{secret="old"} 1');
  expect(await other.figures()).toContain('flow_console_signed_deliveries_total{secret="current"} 0');

  await Promise.all(consoles.map((one) => one.close()));
  consoles = [];
  await store.close();
  store = await place.open();
  const after = await start(current);
  expect(await after.secretOf(1)).toEqual({ index: null, of: 1, known: true });
  expect(await after.secretOf(3)).toEqual({ index: 0, of: 1, known: true });
  expect((await after.status()).secrets).toEqual([
    { index: 0, ...used(1) },
    { index: null, ...used(3) },
  ]);
  expect((await after.status()).warnings.join()).not.toContain("still signed");
  expect(JSON.stringify(await after.status())).not.toContain(current);

  await Promise.all(consoles.map((one) => one.close()));
  consoles = [];
  await store.close();
  await place.remove();
});
