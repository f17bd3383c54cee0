import { afterAll, beforeAll, describe, expect } from "vitest";
import type { PageOf, SessionItem } from "../../src/api/types/index.ts";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { faults } from "./axe.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

let running: RunningConsole;
const [once, twice] = [newPerson("once"), newPerson("twice")];
beforeAll(async () => {
  running = await runningConsole({ days: 8, perDay: 10 });
  await running.post(eventOf(once, "started"));
  await running.post(eventOf(twice, "started"));
  await running.post(eventOf({ ...twice, attemptId: once.attemptId }, "started"));
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

const list = async (query: string) =>
  ((await (await fetch(`${running.url}/api/sessions?${query}`)).json()) as PageOf<SessionItem>).items;

describe("the list of sessions", () => {
  inBrowser("is narrowed down with the keyboard alone, together with the search", async () => {
    const page = await openPage(`${running.url}/sessions`);
    await loaded(page);
    const focused = () =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.getAttribute("aria-label") ?? at?.getAttribute("placeholder") ?? at?.textContent ?? "";
      });
    const tabTo = async (words: RegExp) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press("Tab");
        if (words.test(await focused())) return;
      }
      throw new Error(`No element with ${words} is reached with the Tab key`);
    };
    await tabTo(/^Any time$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.search === "?range=24h");
    await tabTo(/^Any$/);
    await page.keyboard.press("Enter");
    await page.getByRole("listbox").waitFor();
    await page.keyboard.type("selfid");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("feature") === "selfid");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await tabTo(/^All sessions$/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.searchParams.get("several") === "true");
    await page.keyboard.press("Shift+Tab");
    for (let presses = 0; !/^Session, attempt/.test(await focused()); presses++) {
      expect(presses).toBeLessThan(20);
      await page.keyboard.press("Shift+Tab");
    }
    await page.keyboard.type("twice");
    await page.waitForURL((url) => url.search === "?search=twice&range=24h&feature=selfid&several=true");
    await page.getByRole("link", { name: twice.sessionId }).waitFor();
    expect(await page.getByRole("row").count()).toBe(2);
    expect(await faults(page)).toEqual([]);

    const chip = (name: string) => page.getByRole("button", { name: `Remove the filter ${name}`, exact: true });
    for (const name of ["Last seen: within 24 hours", "Feature: selfid", "Attempts: Several"]) {
      await chip(name).waitFor();
    }
    await tabTo(/^Remove the filter Feature: selfid$/);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("feature"));
    await chip("Feature: selfid").waitFor({ state: "detached" });
    await page.goBack();
    await chip("Feature: selfid").waitFor();
  });

  inBrowser("shows what a link asks for, each session once and none besides", async () => {
    const query = "feature=selfid&several=true";
    const page = await openPage(`${running.url}/sessions?${query}`);
    await loaded(page);
    const expected = await list(query);
    expect(expected.length).toBeGreaterThan(1);
    expect(expected.length).toBeLessThan(50);
    expect(await page.getByRole("row").count()).toBe(expected.length + 1);
    for (const { sessionId } of expected) await page.getByRole("link", { name: sessionId }).waitFor();
  });

  inBrowser("is of two days, or has an open end", async () => {
    const page = await openPage(`${running.url}/sessions?several=true`);
    await loaded(page);
    await page.getByLabel("From").fill("2025-01-05");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("from") === "2025-01-05T00:00:00.000Z");
    await page.getByRole("button", { name: "Remove the filter Last seen: since 5 Jan 2025" }).waitFor();
    await page.getByLabel("to", { exact: true }).fill("2025-01-04");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("to") === "2025-01-06T00:00:00.000Z");
    await page.getByText("No session matches.").waitFor();
    await page.getByRole("radio", { name: "Any time" }).click();
    await page.waitForURL((url) => url.search === "?several=true");
  });

  inBrowser("says which filter finds nothing, and clears it", async () => {
    const page = await openPage(`${running.url}/sessions?search=once&feature=never&range=24h`);
    const entry = (name: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Clear ${name}`, exact: true }) });
    await entry("Feature: never").getByText("Finds nothing: without it there are sessions.").waitFor();
    await entry("Last seen: within 24 hours").getByText("Without it there is none either.").waitFor();
    await entry("Search: once").getByText("Without it there is none either.").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Clear Feature: never" }).press("Enter");
    await page.waitForURL((url) => url.search === "?search=once&range=24h");
    await page.getByRole("link", { name: once.sessionId }).waitFor();

    await page.goto(`${running.url}/sessions?feature=never&several=true`);
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.waitForURL((url) => url.search === "");
    await page.getByRole("link", { name: twice.sessionId }).waitFor();
  });
});

inBrowser("a whole session id, however it was pasted, leads straight to the session on Enter", async () => {
  const page = await openPage(`${running.url}/sessions`);
  await loaded(page);
  const goesToSession = () => page.waitForURL((url) => url.pathname === `/sessions/${once.sessionId}`);
  await page.getByLabel("Search", { exact: true }).fill(`"${once.sessionId}"`);
  await page.waitForURL((url) => url.searchParams.get("search") === `"${once.sessionId}"`);
  await page.getByRole("link", { name: once.sessionId }).waitFor();
  await page.getByLabel("Search", { exact: true }).press("Enter");
  await goesToSession();

  const find = page.getByRole("searchbox", { name: "Find a session" });
  await find.fill(twice.vendorData);
  await find.press("Enter");
  await page.waitForURL((url) => url.search === "?search=twice");
  await find.fill(`https://example.com/${once.sessionId}?x=1`);
  await find.press("Enter");
  await goesToSession();
});
