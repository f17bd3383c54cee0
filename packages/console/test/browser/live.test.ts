import type { Page, Request } from "playwright-core";
import { afterAll, beforeEach, describe, expect, onTestFinished } from "vitest";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { until } from "../support/until.ts";
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
const newer = (page: Page, count: number) =>
  page.getByRole("status").getByRole("button", { name: `${count} new or changed: show them` });

/** Opens a screen, and waits until the stream that keeps it live is open. */
async function openLive(path: string): Promise<Page> {
  const page = await openPage(running.url);
  const connected = page.waitForResponse((response) => response.url().includes("/api/live"));
  const isQuiet = quiet(page);
  await page.goto(`${running.url}${path}`);
  await connected;
  await loaded(page);
  // What was asked for before the stream began is asked for once more, within a second: wait until all of that is over.
  await until(() => expect(isQuiet(1500)).toBe(true));
  return page;
}

/** Whether nothing is being asked for, and nothing was for some milliseconds. The stream is always open. */
function quiet(page: Page): (milliseconds: number) => boolean {
  const open = new Set<Request>();
  let changedAt = Date.now();
  const change = (request: Request, isOpen: boolean) => {
    if (request.url().includes("/api/live")) return;
    if (isOpen) open.add(request);
    else open.delete(request);
    changedAt = Date.now();
  };
  page.on("request", (request) => change(request, true));
  page.on("requestfinished", (request) => change(request, false));
  page.on("requestfailed", (request) => change(request, false));
  return (milliseconds) => open.size === 0 && Date.now() - changedAt >= milliseconds;
}

/** Counts what a page asks for from now on. */
function counting(page: Page): (part: string) => number {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return (part) => asked.filter((url) => url.includes(part)).length;
}

/** As if the tab was put behind another one, or brought back. */
const turn = (page: Page, state: "hidden" | "visible") =>
  page.evaluate((now) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: now });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);

describe("every screen is live", () => {
  inBrowser("an open timeline grows at its end", async () => {
    const person = newPerson();
    await running.post(eventOf(person, "started"));
    const page = await openLive(`/sessions/${person.sessionId}`);
    const asked = counting(page);
    await running.post(eventOf(newPerson(), "started"));
    await running.post(eventOf(person, "submitted"));
    await page.getByRole("heading", { level: 3, name: "Submitted" }).waitFor();
    await page.getByText("1 attempt, 2 deliveries").waitFor();
    // The other person's delivery was no reason to ask.
    expect(asked("/api/sessions/")).toBe(1);
  });

  inBrowser("what was erased elsewhere is no longer shown", async () => {
    const person = newPerson();
    await running.post(eventOf(person, "started"));
    const session = await openLive(`/sessions/${person.sessionId}`);
    const delivery = await openLive("/deliveries/1");
    await delivery.locator(".panel").getByText(person.sessionId).first().waitFor();
    // Rows that came live and rows that were there before, in lists that are open.
    const lists = await Promise.all(["/sessions", "/attempts", "/deliveries"].map(openLive));
    await running.post(eventOf(person, "submitted"));
    for (const list of lists) await list.locator("tbody").getByText(person.sessionId).first().waitFor();
    await lists[2]!.locator("tbody").getByText(person.sessionId).nth(1).waitFor();
    const erased = await fetch(`${running.url}/api/sessions/${person.sessionId}/erase`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: running.url },
      body: "{}",
    });
    expect(erased.status).toBe(200);
    await session.getByText("There is no such session here.").waitFor();
    expect(await session.locator("main").textContent()).not.toContain(person.sessionId);
    expect(await session.title()).not.toContain(person.sessionId);
    await delivery.locator(".panel").getByRole("alert").waitFor();
    expect(await delivery.locator(".panel").textContent()).not.toContain(person.sessionId);
    for (const list of lists) {
      await list.getByText(person.sessionId).first().waitFor({ state: "detached" });
      expect(await list.locator("main").textContent()).not.toContain(person.sessionId);
    }
  });

  inBrowser("nor is what was erased while there was no connection", async () => {
    const person = newPerson();
    await running.post(eventOf(person, "started"));
    const lists = await Promise.all(["/sessions", "/deliveries"].map(openLive));
    await running.post(eventOf(person, "submitted"));
    for (const list of lists) await list.locator("tbody").getByText(person.sessionId).first().waitFor();
    await running.store.erase({ sessionId: person.sessionId });
    await running.restart();
    for (const list of lists) await list.getByText(person.sessionId).first().waitFor({ state: "detached" });
  });

  inBrowser("numbers follow, asked for no more often than they may be, through one stream", async () => {
    const page = await openLive("/");
    const asked = counting(page);
    const begun = Date.now();
    for (let sent = 0; sent < 20; sent++) await running.post(eventOf(newPerson(), "started"));
    await page.locator(".tile-number").first().filter({ hasText: "20" }).waitFor();
    const seconds = (Date.now() - begun) / 1000;
    expect(asked("/api/overview")).toBeLessThanOrEqual(1 + seconds / 4);
    await page.getByRole("link", { name: "Deliveries", exact: true }).click();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 20);
    await running.post(eventOf(newPerson(), "submitted"));
    await page.getByRole("link", { name: "Submitted" }).waitFor();
    expect(asked("/api/live")).toBe(0);
  });

  inBrowser("nothing is asked for while the tab is hidden, and what came is there when it is shown again", async () => {
    const page = await openLive("/");
    await turn(page, "hidden");
    const asked = counting(page);
    await running.post(eventOf(newPerson(), "started"));
    await page.waitForTimeout(6000);
    expect(asked("/api/overview")).toBe(0);
    await turn(page, "visible");
    await page.locator(".tile-number").first().filter({ hasText: "1" }).waitFor();
    expect(asked("/api/overview")).toBe(1);
  });

  inBrowser("a value that no catalog knows appears by itself", async () => {
    const page = await openLive("/values");
    await page.getByText("The catalog knows every value that arrived.").waitFor();
    await running.post(eventOf(newPerson(), "flow_cancelled", { state: "unheard_of" }));
    await page.getByRole("article").filter({ hasText: "unheard_of" }).waitFor();
  });
});

describe("a list of people", () => {
  for (const [path, title] of [
    ["/sessions", "sessions"],
    ["/attempts", "attempts"],
  ] as const) {
    inBrowser(`${title}: fills by itself while nobody is at it`, async () => {
      const page = await openLive(path);
      await running.post(eventOf(newPerson(), "started"));
      await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
      await running.post(eventOf(newPerson(), "started"));
      await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 2);
      expect(await newer(page, 1).count()).toBe(0);
    });

    inBrowser(`${title}: does not move while somebody is at it, and says how many are new`, async () => {
      const [first, second] = [newPerson(), newPerson()];
      await running.post(eventOf(first, "started"));
      await running.post(eventOf(second, "started"));
      const page = await openLive(path);
      await page.locator("tbody a.row-link").first().focus();
      const before = await page.locator("tbody").boundingBox();
      await running.post(eventOf(newPerson(), "started"));
      await running.post(eventOf(first, "submitted"));
      await newer(page, 2).waitFor();
      expect(await rows(page).count()).toBe(2);
      expect(await page.locator("tbody").boundingBox()).toEqual(before);
      expect(await faults(page)).toEqual([]);
      await newer(page, 2).press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 3);
      expect(await newer(page, 2).count()).toBe(0);
      // The keyboard goes on in the list.
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.matches("tbody a.row-link"))).toBe(true);
    });
  }
});
