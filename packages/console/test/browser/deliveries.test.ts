import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect, onTestFinished } from "vitest";
import { accepted } from "../support/deliveries.ts";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { faults } from "./axe.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

let running: RunningConsole;
beforeEach(async () => {
  running = await runningConsole();
  onTestFinished(() => running.close());
});
afterAll(closeBrowser);

const rows = (page: Page) => page.locator("tbody tr");
const status = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words }).waitFor();

/** The positions in the list, from the addresses that its rows lead to. */
const positions = (page: Page) =>
  page
    .locator("tbody a.row-link")
    .evaluateAll((links) => links.map((link) => Number((link as HTMLAnchorElement).pathname.split("/").at(-1))));

inBrowser("deliveries appear as they come, and wait while the list is paused", async () => {
  const page = await openPage(`${running.url}/deliveries`);
  await page.getByText("Nothing arrived yet.").waitFor();
  await status(page, "Live");
  const person = newPerson();
  await running.post(eventOf(person, "started"));
  await page.getByRole("link", { name: "Started" }).waitFor();

  await page.getByRole("button", { name: "Pause" }).click();
  await running.post(eventOf(person, "submitted"));
  await page.getByRole("button", { name: "Go on, 1 new" }).waitFor();
  expect(await rows(page).count()).toBe(1);
  await page.getByRole("button", { name: "Go on, 1 new" }).click();
  await page.getByRole("link", { name: "Submitted" }).waitFor();
  expect(await positions(page)).toEqual([2, 1]);
});

inBrowser("after a lost connection the list goes on, with nothing missed and nothing twice", async () => {
  const page = await openPage(`${running.url}/deliveries`);
  await status(page, "Live");
  const send = (count: number) =>
    Promise.all(Array.from({ length: count }, () => running.post(eventOf(newPerson(), "started"))));
  await send(5);
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 5);

  await page.context().setOffline(true);
  await running.restart();
  await status(page, "Connection lost, trying again");
  await send(7);
  await page.context().setOffline(false);
  await status(page, "Live");
  await send(3);
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length >= 15);
  expect(await positions(page)).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
});

inBrowser("a narrowed list takes only what belongs in it", async () => {
  await running.post(eventOf(newPerson(), "started"));
  await running.post(eventOf(newPerson(), "started"), "wrong");
  const page = await openPage(`${running.url}/deliveries`);
  await loaded(page);
  expect(await rows(page).count()).toBe(2);
  await page.getByRole("radio", { name: "Rejected" }).click();
  await page.waitForURL((url) => url.searchParams.get("verdict") === "rejected");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
  await status(page, "Live");
  await running.post(eventOf(newPerson(), "started"));
  await running.post(eventOf(newPerson(), "started"), "wrong");
  await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 2);
  expect(await rows(page).allInnerTexts()).toEqual([expect.stringContaining("401"), expect.stringContaining("401")]);
});

inBrowser("what was not taken is narrowed down by why, also what comes afterwards", async () => {
  await running.post(eventOf(newPerson(), "started"), "wrong");
  await running.post("no JSON");
  await running.store.append([
    { verdict: "rejected", receivedAt: Date.now(), why: "too_slow", status: 408, size: null },
  ]);
  const page = await openPage(`${running.url}/deliveries`);
  await loaded(page);
  const why = page.locator(".select").filter({ hasText: "Why" }).getByRole("button");
  const count = (wanted: number) =>
    page.waitForFunction((rows) => document.querySelectorAll("tbody tr").length === rows, wanted);
  await count(3);
  expect(await why.count()).toBe(0);
  await page.getByRole("radio", { name: "Rejected" }).click();
  await count(2);
  await why.press("Enter");
  await page.getByRole("option", { name: "Its body took too long to come." }).waitFor();
  expect(await page.getByRole("option", { name: /not JSON/ }).count()).toBe(0);
  await page.getByRole("option", { name: "None of the configured secrets makes its signature." }).click();
  await page.waitForURL((url) => url.search === "?verdict=rejected&why=signature_mismatch");
  await count(1);
  await status(page, "Live");
  await running.post(eventOf(newPerson(), "started"), "wrong");
  await count(2);
  await page.getByRole("radio", { name: "Quarantined" }).click();
  await page.waitForURL((url) => url.search === "?verdict=quarantined");
  await count(1);
});

inBrowser("a delivery shows its headers, its body and which secret matched", async () => {
  const person = newPerson();
  await running.post(eventOf(person, "submitted"), "older");
  const page = await openPage(`${running.url}/deliveries`);
  await page.getByRole("link", { name: "Submitted" }).click();
  const panel = page.getByRole("region", { name: "Delivery 1" });
  await panel.getByText("Number 2 of 2: an old one").waitFor();
  await panel.getByText(`"attemptId": "${person.attemptId}"`).waitFor();
  await panel.getByText("content-type").waitFor();
  expect(await page.title()).toContain("Delivery 1");
  await panel.getByRole("link", { name: person.sessionId }).click();
  await page.getByRole("heading", { level: 1, name: "Session" }).waitFor();
});

inBrowser("what is in quarantine can be read again once it can be read", async () => {
  const person = newPerson();
  const body = new TextEncoder().encode(JSON.stringify(eventOf(person, "started")));
  const { headers, digest, receivedAt, secretId } = accepted();
  const common = { verdict: "quarantined" as const, headers, digest, receivedAt, secretId };
  await running.store.append([
    { ...common, why: "not_an_event", keys: ["id"], size: body.byteLength, body },
    { ...common, why: "not_json", keys: [], size: 3, body: new TextEncoder().encode("???") },
    { ...common, why: "not_an_event", keys: ["verification"], size: 900, body: null },
    { ...common, why: "too_deep", keys: [], size: 6_000, body: null },
  ]);
  const page = await openPage(`${running.url}/deliveries?verdict=quarantined`);
  await loaded(page);
  expect(await positions(page)).toEqual([4, 3, 2, 1]);

  const open = async (position: number) => {
    await page.locator(`a.row-link[href^="/deliveries/${position}"]`).click();
    await page.getByRole("heading", { name: `Delivery ${position}` }).waitFor();
  };
  await open(4);
  await page.getByText("The body is not kept, because nobody looked").waitFor();
  await page.getByRole("link", { name: "Close" }).click();

  await open(3);
  await page.getByText("verification").first().waitFor();
  await page.getByText("The body is not kept, because it may hold personal data").waitFor();
  expect(await page.getByRole("button", { name: "Read it again" }).count()).toBe(0);
  await page.getByRole("link", { name: "Close" }).click();

  await open(2);
  await page.getByRole("button", { name: "Read it again" }).click();
  await status(page, "It still cannot be read as an event.");
  await page.getByRole("link", { name: "Close" }).click();

  await open(1);
  await page.getByRole("button", { name: "Read it again" }).click();
  await status(page, "accepted as");
  await page.getByRole("link", { name: "delivery 5" }).click();
  await page.getByRole("link", { name: person.sessionId }).waitFor();
});

inBrowser("all that is in quarantine is read again, and said in words", async () => {
  const event = JSON.stringify(eventOf(newPerson(), "started"));
  for (let sent = 0; sent < 3; sent++) await running.post(`no JSON ${sent}`);
  const kept = { headers: {}, secretId: null, digest: "d".repeat(64), size: 9, why: "not_an_event", keys: [] } as const;
  const body = new TextEncoder().encode(event);
  await running.store.append([{ ...kept, verdict: "quarantined", receivedAt: Date.now(), body }]);
  const page = await openPage(`${running.url}/deliveries?verdict=quarantined`);
  await loaded(page);
  await page.getByRole("button", { name: "Read all again" }).click();
  await status(page, "1 read, 3 still unreadable");
  await page.getByText("accepted later").waitFor();
  expect(await faults(page)).toEqual([]);
});
