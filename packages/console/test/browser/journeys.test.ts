import { afterAll, beforeAll, describe, expect } from "vitest";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

let running: RunningConsole;
beforeAll(async () => {
  running = await runningConsole({ days: 8, perDay: 25 });
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

describe("a browser whose clock is days behind", () => {
  inBrowser("asks for what the console's clock says is the last day", async () => {
    const page = await openPage(`${running.url}/health`);
    await page.clock.setFixedTime(Date.now() - 48 * 3_600_000);
    const asked = page.waitForRequest(/\/api\/overview\?/);
    await page.goto(`${running.url}/?range=24h`);
    const { searchParams } = new URL((await asked).url());
    expect(Date.parse(searchParams.get("to") ?? "")).toBeGreaterThan(Date.now() - 60_000);
    await loaded(page);
  });
});

describe("from an id to what happened", () => {
  const person = newPerson();
  const left = { reason: "consent_screen_cancel_pressed", state: "consent_screen_shown" };

  inBrowser("a session is found from any screen, and read in words", async () => {
    await running.post(eventOf(person, "submitted"));
    await running.post(eventOf(person, "started"), "older");
    await running.post(eventOf(person, "flow_cancelled", left));
    await running.post(eventOf(person, "flow_cancelled", left));

    const page = await openPage(`${running.url}/health`);
    const find = page.getByRole("searchbox", { name: "Find a session" });
    await find.fill(person.sessionId);
    // A whole id leads straight to its session.
    await find.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Session" }).waitFor();
    expect(await page.title()).toContain(person.sessionId);
    const attempt = page.getByRole("region", { name: /^Attempt 1/ });
    expect(await attempt.getByRole("heading", { level: 2 }).textContent()).toMatch(/cancelled at the consent screen/i);
    const events = attempt.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
    expect(await events.count()).toBe(3);
    expect(await events.nth(1).textContent()).toMatch(/Started.*\n?.*arrived late/s);
    expect(await events.nth(2).textContent()).toContain("×2");
    expect(await events.nth(2).textContent()).toContain("clicked on the Cancel button");

    await events.nth(2).getByText("1 repeat").click();
    expect(
      await events
        .nth(2)
        .getByRole("link", { name: /^Delivery/ })
        .count(),
    ).toBe(2);
    await events.nth(2).getByRole("button", { name: "Body" }).click();
    await events.nth(2).getByText('"consent_screen_cancel_pressed"').waitFor();
  });

  for (const key of ["attemptId", "vendorData", "endUserId"] as const) {
    inBrowser(`a session is found by its ${key}`, async () => {
      const page = await openPage(`${running.url}/sessions`);
      await page.getByRole("searchbox", { name: "Search" }).fill(person[key]);
      await page.waitForURL((url) => url.searchParams.get("search") === person[key]);
      await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
      await page.getByRole("link", { name: person.sessionId }).waitFor();
    });
  }

  inBrowser("what is not there says what to do", async () => {
    const page = await openPage(`${running.url}/sessions?search=nobody`);
    await page.getByText("No session matches.").waitFor();
    await page.goto(`${running.url}/sessions/nobody`);
    await page.getByText("There is no such session here.").waitFor();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.goto(`${running.url}/sessions/no.body`);
    await page.getByText("There is no such session here.").waitFor();
    await page.goto(`${running.url}/nowhere`);
    await page.getByText("There is no such page.").waitFor();
  });
});

describe("from a number to the attempts behind it", () => {
  inBrowser("every number of the overview is the total of the list that it leads to", async () => {
    const page = await openPage(`${running.url}/`);
    await loaded(page);
    await page.getByRole("button", { name: "Show all states" }).click();
    await page.getByRole("radio", { name: "Table" }).click();
    const links = await page.locator("a.number, a.tile").evaluateAll((found) =>
      found.map((link) => ({
        search: (link as HTMLAnchorElement).search,
        number: (link.querySelector(".tile-number") ?? link.firstChild)?.textContent,
      })),
    );
    expect(links.length).toBeGreaterThan(60);
    for (const { search, number } of links) {
      const answer = await fetch(`${running.url}/api/attempts${search}`);
      const { total } = (await answer.json()) as { total: number };
      expect(`${search} ${number}`).toBe(`${search} ${total.toLocaleString("en")}`);
    }
  });

  inBrowser("the list shows the number, and that many attempts", async () => {
    const page = await openPage(`${running.url}/`);
    await loaded(page);
    const number = await page.locator(".stages a.number").filter({ hasText: "ended in Capture" }).textContent();
    const total = Number.parseInt(number ?? "", 10);
    expect(total).toBeGreaterThan(0);
    await page.getByRole("link", { name: /ended in Capture/ }).click();
    await page.getByRole("heading", { level: 1, name: `${total} attempt` }).waitFor();
    const more = page.getByRole("button", { name: "Show more" });
    while (await more.isVisible()) {
      const before = await page.getByRole("row").count();
      await more.click();
      await page.waitForFunction((count) => document.querySelectorAll("tr").length > count, before);
    }
    expect(await page.getByRole("row").count()).toBe(total + 1);

    await page.getByRole("button", { name: /Remove the filter Stage/ }).click();
    await page.waitForURL((url) => !url.searchParams.has("stage"));
  });

  inBrowser(
    "a number of those who got as far ties with its list and its file, also where it is narrowed down",
    async () => {
      const page = await openPage(`${running.url}/?lane=main`);
      await loaded(page);
      const links = page.getByRole("link", { name: /got as far as/ });
      expect(await links.count()).toBeGreaterThan(8);
      const number = Number.parseInt((await links.nth(4).textContent())?.replace(",", "") ?? "", 10);
      expect(number).toBeGreaterThan(0);
      await links.nth(4).click();
      await page.getByRole("heading", { level: 1, name: `${number} attempt` }).waitFor();
      await page.getByRole("button", { name: "Remove the filter Got as far as: Choice of document" }).waitFor();
      const file = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
      const csv = await (await fetch(`${running.url}${file}`)).text();
      expect(csv.trimEnd().split("\r\n")).toHaveLength(number + 1);

      // Of those, fewer came no less far: all of them were in the stages before.
      await page.getByRole("link", { name: "In the overview" }).click();
      await page.getByRole("link", { name: `${number} got as far as Opening, inferred` }).click();
      await page.getByRole("heading", { level: 1, name: `${number} attempt` }).waitFor();
    },
  );

  inBrowser("the overview is narrowed down where one stands", async () => {
    const page = await openPage(`${running.url}/?range=3d`);
    await loaded(page);
    const pick = async (label: string, option: string) => {
      await page.locator(".select").filter({ hasText: label }).getByRole("button").click();
      await page.getByRole("option", { name: option, exact: true }).click();
      await page.getByRole("listbox").waitFor({ state: "detached" });
    };
    await pick("Stage", "Capture");
    await pick("Lane", "Main");
    await pick("Feature", "selfid");
    await page.waitForURL((url) => url.search === "?range=3d&stage=capture&lane=main&feature=selfid");
    await page.getByRole("button", { name: "Remove the filter Stage: Capture" }).waitFor();
    await pick("Lane", "Any");
    await page.waitForURL((url) => url.search === "?range=3d&stage=capture&feature=selfid");
  });

  inBrowser("range and filters stand in the address, and come back with it", async () => {
    const page = await openPage(`${running.url}/?range=24h&lane=main`);
    await loaded(page);
    expect(await page.getByRole("radio", { name: "24 hours" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "3 days" }).click();
    await page.waitForURL((url) => url.search === "?range=3d&lane=main");
    await page.getByLabel("From").fill("2026-01-05");
    await page.getByLabel("to", { exact: true }).fill("2026-01-04");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("from") === "2026-01-04T00:00:00.000Z");
    expect(new URL(page.url()).searchParams.get("to")).toBe("2026-01-06T00:00:00.000Z");
    await page.getByText("No attempt in this time.").waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.search === "?range=3d&lane=main");
    await page.getByRole("button", { name: /Remove the filter Lane/ }).waitFor();
  });

  inBrowser("filters are called by their titles, with the value at hand", async () => {
    const page = await openPage(
      `${running.url}/?state=consent_screen_shown&lane=main&seen=waiting&stage=%3F&reason=new`,
    );
    const filters = page.getByRole("list", { name: "Filters" });
    const names = ["State: Consent screen shown", "Lane: Main", "Seen: Waited for the decision", "Stage: Not placed"];
    for (const name of [...names, "Reason: new"]) {
      await filters.getByRole("button", { name: `Remove the filter ${name}`, exact: true }).waitFor();
    }
    expect(await filters.getByTitle("consent_screen_shown", { exact: true }).textContent()).toContain("Consent");
    await page.goto(`${running.url}/attempts?state=consent_screen_shown`);
    await filters.getByText("Consent screen shown").waitFor();
  });
});

inBrowser("a console that does not answer is said so, and asked again on demand", async () => {
  const page = await openPage(`${running.url}/sessions`);
  await loaded(page);
  await page.route("**/api/status", (route) => route.abort());
  await page.getByRole("link", { name: "Health" }).click();
  await page.getByRole("alert").filter({ hasText: "The console does not answer." }).waitFor();
  await page.unroute("**/api/status");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { level: 2, name: "Receiving" }).waitFor();
  await page.getByRole("alert").waitFor({ state: "detached" });
});

describe("values that the catalog does not know", () => {
  inBrowser("are shown with what it takes to propose them", async () => {
    const person = newPerson();
    await running.post(eventOf(person, "flow_cancelled", { state: "consent_screen_showm" }));
    const page = await openPage(`${running.url}/values`);
    const card = page.getByRole("article").filter({ hasText: "consent_screen_showm" });
    await card.getByText("1 delivery", { exact: true }).waitFor();
    await card.getByRole("link", { name: "consent_screen_shown" }).waitFor();
    const today = new Date().toISOString().slice(0, 10);
    await card.locator(".example").filter({ hasText: person.sessionId }).getByText(today).waitFor();
    await card.getByText("Propose it").click();
    const [report, overlay] = await card.locator("pre").allInnerTexts();
    expect(report).toContain("consent_screen_showm");
    expect(overlay).toContain("vocabulary: state");
    await card.getByRole("link", { name: person.sessionId }).click();
    await page.getByRole("heading", { level: 1, name: "Session" }).waitFor();
    await page.getByText("not in the catalog").first().waitFor();
  });

  inBrowser("lead to what carries them", async () => {
    const person = newPerson();
    await running.post(eventOf(person, "flow_paused", { state: "made_up_shown" }));
    const page = await openPage(`${running.url}/values`);
    const card = (value: string) => page.getByRole("article").filter({ hasText: value });
    await card("made_up_shown").getByRole("link", { name: "Attempts that ended with it" }).click();
    await page.getByRole("heading", { level: 1, name: /^1 attempt$/ }).waitFor();
    await page.getByText(person.sessionId).waitFor();
    await page.goBack();
    await card("flow_paused").getByRole("link", { name: "1 delivery" }).click();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1);
    await page.getByText(person.sessionId).waitFor();
  });
});

describe("the catalog", () => {
  inBrowser("is searched by any word, and says of a value all that is known", async () => {
    const page = await openPage(`${running.url}/catalog`);
    await page.getByRole("searchbox", { name: "Search" }).fill("handover");
    await page.waitForURL((url) => url.searchParams.get("search") === "handover");
    await page.getByRole("radio", { name: "State" }).click();
    await page.waitForURL((url) => url.searchParams.get("vocabulary") === "state");
    await page.getByRole("link", { name: "mobile_handover_screen_shown" }).click();
    await page.getByRole("heading", { level: 1, name: "Mobile handover screen shown" }).waitFor();
    for (const words of ["Mobile handover", "FlowState.MobileHandoverScreenShown", "documented", "Introduction"]) {
      expect(await page.locator("main").textContent()).toContain(words);
    }
  });
});
