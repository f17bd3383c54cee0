import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, vi } from "vitest";
import { hashPassword } from "../../src/guard/password.ts";
import { temporary } from "../support/failing-store.ts";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { faults } from "./axe.ts";
import { closeBrowser, inBrowser, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

const operator = "the operator's password";

let running: RunningConsole;
beforeAll(async () => {
  running = await runningConsole({
    signIn: { kind: "password", operator: await hashPassword(operator), viewer: null },
  });
  await running.post(eventOf(newPerson(), "started"));
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

async function signIn(page: Page) {
  await page.getByLabel("Password").fill(operator);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Screens" }).waitFor();
}

const alert = (page: Page, words: string) => page.getByRole("alert").filter({ hasText: words });

inBrowser("deliveries say so in a fresh tab, and are there when they can be had", async () => {
  const { deliveries } = running.store;
  const asked = vi.spyOn(running.store, "deliveries").mockRejectedValue(temporary());
  const page = await openPage(`${running.url}/deliveries`);
  await signIn(page);
  await alert(page, "The store does not answer").waitFor();
  expect(await faults(page)).toEqual([]);

  // The list, and not yet where the stream begins.
  asked.mockImplementation((query) => (query.limit === 1 ? Promise.reject(temporary()) : deliveries(query)));
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("link", { name: "Started" }).waitFor();
  await page.getByRole("status").filter({ hasText: "Connection lost" }).waitFor();

  asked.mockRestore();
  await page.getByRole("status").filter({ hasText: "Live" }).waitFor();
  await page.getByRole("link", { name: "Started" }).waitFor();
  await running.post(eventOf(newPerson(), "submitted"));
  await page.getByRole("link", { name: "Submitted" }).waitFor();
});
