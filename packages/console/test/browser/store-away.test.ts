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

inBrowser("a sign-out that is not kept is said not to be done, also once the sign-in is back", async () => {
  const page = await openPage(`${running.url}/health`);
  await signIn(page);
  const asked = vi.spyOn(running.store, "endSignIn").mockRejectedValue(temporary());
  await page.getByRole("button", { name: "Sign out" }).click();
  await alert(page, "You are not signed out everywhere yet.").waitFor();

  await page.getByLabel("Password").waitFor();
  await alert(page, "You are not signed out everywhere yet.").waitFor();
  expect(await faults(page)).toEqual([]);
  expect(await page.context().cookies()).toHaveLength(1);
  asked.mockRestore();
  const done = page.waitForResponse((response) => response.url().endsWith("/api/sign-out"));
  await page.getByRole("button", { name: "Try again" }).click();
  expect((await done).status()).toBe(204);
  await page.getByRole("alert").waitFor({ state: "detached" });
  await page.getByLabel("Password").waitFor();
  expect(await page.context().cookies()).toEqual([]);
});

inBrowser("a sign-out that got no answer can be asked for again", async () => {
  const page = await openPage(`${running.url}/health`);
  await signIn(page);
  await page.route("**/api/sign-out", (route) => route.abort());
  await page.getByRole("button", { name: "Sign out" }).click();
  await alert(page, "The console does not answer.").waitFor();
  await page.unroute("**/api/sign-out");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Password").waitFor();
  expect(await page.context().cookies()).toEqual([]);
});
