import { afterAll, beforeAll, expect } from "vitest";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

let running: RunningConsole;
beforeAll(async () => {
  running = await runningConsole();
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

inBrowser("a console whose secret is wrong says so wherever nothing is to be seen", async () => {
  for (let sent = 0; sent < 6; sent++) expect(await running.post(eventOf(newPerson(), "started"), "wrong")).toBe(401);
  const page = await openPage(`${running.url}/health`);
  const warnings = page.getByRole("list", { name: "What should be looked at" });
  await warnings.getByText("Nothing accepted is kept here, and 6 deliveries were rejected").waitFor();
  for (const path of ["/", "/sessions"]) {
    await page.goto(running.url + path);
    await loaded(page);
    await page.getByText("6 deliveries were rejected in the last day").waitFor();
    await page.getByRole("link", { name: "see why" }).click();
    await page.waitForURL(/\/deliveries\?verdict=rejected$/);
    const refused = page.getByRole("link", { name: "None of the configured secrets makes its signature." });
    await refused.nth(5).waitFor();
    expect(await refused.count()).toBe(6);
  }
});
