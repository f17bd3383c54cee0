import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { faults } from "./axe.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

let full: RunningConsole;
let empty: RunningConsole;
let session = "";
beforeAll(async () => {
  [full, empty] = await Promise.all([
    runningConsole({ days: 8, perDay: 25 }),
    runningConsole({ signIn: { kind: "none" } }),
  ]);
  session = (await full.store.sessions({ limit: 1 })).items[0]?.sessionId ?? "";
  await full.post("no JSON");
  await full.post("no event", "wrong");
});
afterAll(async () => {
  await closeBrowser();
  await Promise.all([full.close(), empty.close()]);
});

const paths = [
  ...[
    "/",
    "/?range=24h&lane=main",
    "/?reached=capture&feature=selfid",
    "/attempts",
    "/sessions",
    "/sessions?search=nobody",
    "/sessions?range=7d&several=true&feature=-",
    "SESSION",
    "/deliveries",
  ],
  ...[
    "/deliveries?verdict=quarantined",
    "/deliveries?verdict=rejected&why=signature_mismatch",
    "/deliveries/1",
    "/deliveries/99999999",
    "/values",
    "/catalog",
  ],
  ...["/catalog/state/consent_screen_shown", "/catalog/state/nothing", "/health", "/record", "/nowhere"],
];

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  inBrowser("axe finds nothing on any screen", async () => {
    const page = await openPage(full.url, { colorScheme });
    for (const path of paths) {
      await page.goto(full.url + path.replace("SESSION", `/sessions/${session}`));
      await loaded(page);
      expect([path, await faults(page)]).toEqual([path, []]);
    }
  });

  inBrowser("axe finds nothing on screens that are empty", async () => {
    const page = await openPage(empty.url, { colorScheme });
    for (const path of ["/", "/attempts", "/sessions", "/deliveries", "/values", "/health"]) {
      await page.goto(empty.url + path);
      await loaded(page);
      expect([path, await faults(page)]).toEqual([path, []]);
    }
  });

  inBrowser("axe finds nothing in what opens", async () => {
    const page = await openPage(full.url, { colorScheme });
    await loaded(page);
    await page.getByRole("radio", { name: "Table" }).click();
    await page.getByRole("button", { name: "Show all states" }).click();
    expect(await faults(page)).toEqual([]);

    await page.goto(`${full.url}/sessions/${session}`);
    await page.getByRole("button", { name: "Body" }).first().click();
    await page.locator("pre").waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole("button", { name: "Erase…" }).click();
    await page.getByRole("alertdialog").waitFor();
    expect(await faults(page)).toEqual([]);

    await page.goto(`${full.url}/deliveries`);
    await page.getByRole("button", { name: /^Event|Any event/ }).click();
    await page.getByRole("listbox").waitFor();
    expect(await faults(page)).toEqual([]);
  });
});

inBrowser("the switch for colours wins over the system, and is remembered", async () => {
  const page = await openPage(full.url, { colorScheme: "light" });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await loaded(page);
  const light = await ground();
  await page.getByRole("radio", { name: "Dark" }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await loaded(page);
  expect(await ground()).toBe(dark);
  await page.getByRole("radio", { name: "Auto" }).click();
  expect(await ground()).toBe(light);
});

inBrowser("the keyboard alone leads from the first key to a person's events", async () => {
  const page = await openPage(full.url);
  await loaded(page);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");

  const tabTo = async (words: string | RegExp) => {
    for (let presses = 0; presses < 80; presses++) {
      await page.keyboard.press("Tab");
      if ((await focused()).match(words)) return;
    }
    throw new Error(`No element with ${words} is reached with the Tab key`);
  };
  await tabTo(/ended in Introduction/);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/attempts");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tabTo(/cancelled/i);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Session" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tabTo(/^Body$/);
  await page.keyboard.press("Enter");
  await page.locator("pre").waitFor();
});

inBrowser("whoever closes a delivery goes on where it stands in the list", async () => {
  const page = await openPage(`${full.url}/deliveries`);
  await loaded(page);
  await page.locator("a.row-link").nth(3).focus();
  const path = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "delivery");
  await page.getByRole("link", { name: "Close" }).press("Enter");
  await page.waitForFunction((left) => (document.activeElement as HTMLAnchorElement).pathname === left, path);
});

inBrowser("nothing is wider than a phone", async () => {
  const page = await openPage(full.url, { viewport: { width: 390, height: 844 } });
  for (const path of paths) {
    await page.goto(full.url + path.replace("SESSION", `/sessions/${session}`));
    await loaded(page);
    expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 390]);
  }
});

inBrowser(
  "nothing is wider than a window, however long the texts that arrived and however few their breaks",
  async () => {
    const running = await runningConsole();
    onTestFinished(() => running.close());
    const long = (part: string, length: number) => part.repeat(length).slice(0, length);
    const person = newPerson(long("vendorData", 400));
    await running.post({
      ...eventOf(person, "flow_cancelled", {
        reason: long("cancelledByPerson", 3_000),
        state: long("stateShown", 400),
      }),
      endUserId: long("endUserId", 400),
      feature: long("featureOfSender", 400),
    });
    await running.post(eventOf(newPerson(), "flow_cancelled", { reason: long("cancelledByPerson", 45) }));
    await running.post(eventOf(newPerson(), long("actionOfSender", 400)));
    await running.post({ [long("member", 400)]: 1 });
    const { items } = await running.store.sessions({ limit: 3 });
    const paths = [
      ...["/", "/attempts", "/sessions", "/values", "/catalog", "/deliveries", "/deliveries?verdict=quarantined"],
      ...items.map(({ sessionId }) => `/sessions/${sessionId}`),
      ...[1, 2, 3, 4].map((position) => `/deliveries/${position}`),
      ...["attempts", "sessions"].map((screen) => `/${screen}?feature=${long("featureOfSender", 400)}`),
      `/sessions?search=${long("vendorData", 400)}`,
      `/deliveries?action=${long("actionOfSender", 400)}`,
      `/catalog/state/${long("stateShown", 400)}`,
    ];
    for (const width of [390, 1280]) {
      const page = await openPage(running.url, { viewport: { width, height: 844 } });
      for (const path of paths) {
        await page.goto(running.url + path);
        await loaded(page);
        if (path === "/") await page.getByRole("button", { name: "Show all states" }).click();
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
      }
    }
  },
);

inBrowser("on a phone every screen of the menu is in sight", async () => {
  const page = await openPage(`${full.url}/record`, { viewport: { width: 390, height: 844 } });
  await loaded(page);
  const links = page.getByRole("navigation", { name: "Screens" }).getByRole("link");
  expect(await links.count()).toBe(7);
  for (const link of await links.all()) {
    const box = await link.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});
