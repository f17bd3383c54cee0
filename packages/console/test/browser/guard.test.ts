import { afterAll, beforeAll, expect } from "vitest";
import { hashPassword } from "../../src/guard/password.ts";
import { type RunningConsole, runningConsole } from "../support/running-console.ts";
import { faults } from "./axe.ts";
import { closeBrowser, inBrowser, loaded, openPage } from "./browser.ts";
import { eventOf, newPerson } from "./people.ts";

const passwords = { operator: "the operator's password", viewer: "the viewer's password" };
/** What would run, if any text from outside became markup. */
const attack = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>`;
const person = newPerson(attack);

let running: RunningConsole;
beforeAll(async () => {
  const [operator, viewer] = await Promise.all([hashPassword(passwords.operator), hashPassword(passwords.viewer)]);
  running = await runningConsole({ signIn: { kind: "password", operator, viewer } });
  await running.post(eventOf(person, "started"));
  await running.post(eventOf(person, "flow_cancelled", { reason: attack, state: `${attack} state` }));
});
afterAll(async () => {
  await closeBrowser();
  await running.close();
});

async function signedIn(role: "operator" | "viewer", path: string) {
  const page = await openPage(running.url + path);
  await page.getByLabel("Name").fill("Robin");
  await page.getByLabel("Password").fill(passwords[role]);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Screens" }).waitFor();
  return page;
}

inBrowser("a link leads where it should, once somebody has signed in", async () => {
  const page = await openPage(`${running.url}/catalog/state/consent_screen_shown`);
  await page.waitForFunction(() => document.title.startsWith("Sign in"));
  expect(await faults(page)).toEqual([]);
  await page.getByLabel("Password").fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").filter({ hasText: "The password is not right." }).waitFor();
  await page.getByLabel("Password").fill(passwords.operator);
  await page.getByLabel("Password").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Consent screen shown" }).waitFor();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Password").waitFor();
  expect(await page.getByText("Consent screen shown").count()).toBe(0);
});

inBrowser("a lost sign-in brings the sign-in back", async () => {
  const page = await signedIn("operator", "/");
  await page.context().clearCookies();
  await page.getByLabel("Password").waitFor();
});

inBrowser("a viewer sees ids masked, and shows them on the record", async () => {
  const page = await signedIn("viewer", `/sessions?search=${person.sessionId}`);
  await page.locator("tbody a.row-link").click();
  await page.getByRole("heading", { level: 1, name: "Session" }).waitFor();
  await page.getByText("masked").waitFor();
  for (const secret of [person.sessionId, person.attemptId, person.endUserId, attack]) {
    expect(await page.content()).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
  }
  expect(await page.getByRole("button", { name: "Erase…" }).count()).toBe(0);

  await page.getByRole("button", { name: "Reveal ids (on the record)" }).click();
  await page.getByText(person.sessionId).waitFor();
  await page.getByText(person.attemptId).waitFor();
  await page.getByRole("button", { name: "Body" }).first().click();
  await page.getByRole("button", { name: "Reveal the body (on the record)" }).click();
  await page.getByText(`"id": "${person.sessionId}"`).waitFor();
  const { items } = await running.store.audits({ limit: 10 });
  expect(items.filter(({ what, who }) => what === "revealed" && who === "Robin")).toHaveLength(2);
});

inBrowser("what comes from outside is text on every screen", async () => {
  const page = await signedIn("operator", "/");
  const paths = {
    "/": "state",
    "/attempts": "",
    [`/sessions?search=${person.sessionId}`]: attack,
    [`/sessions/${person.sessionId}`]: attack,
    "/deliveries": "",
    "/deliveries/2": attack,
    "/values": attack,
  };
  for (const [path, words] of Object.entries(paths)) {
    await page.goto(running.url + path);
    await loaded(page);
    if (path === "/") await page.getByRole("button", { name: "Show all states" }).click();
    await page.locator("main").filter({ hasText: words }).waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(await page.locator("main img, main script, main iframe").count()).toBe(0);
  }
});

inBrowser("an operator erases a session for good, after saying so", async () => {
  const gone = newPerson();
  await running.post(eventOf(gone, "started"));
  const page = await signedIn("operator", `/sessions/${gone.sessionId}`);
  await page.getByRole("button", { name: "Erase…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Erase this session?" });
  const erase = dialog.getByRole("button", { name: "Erase for good" });
  expect(await erase.isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Erase…" }).click();
  await dialog.getByRole("textbox").fill("erase");
  await erase.click();
  await page.waitForURL((url) => url.pathname === "/sessions");
  await page.getByRole("link", { name: person.sessionId }).waitFor();
  expect(await page.getByText(gone.sessionId).count()).toBe(0);
  expect(await running.store.session(gone.sessionId)).toBeNull();
});

inBrowser("an operator erases all sessions of an end-user, told how many they are", async () => {
  const { endUserId, ...gone } = newPerson();
  const sessions = [gone, newPerson()].map((one) => ({ ...one, endUserId }));
  for (const one of sessions) await running.post(eventOf(one, "started"));
  await running.post(eventOf(sessions[1]!, "submitted"));
  const page = await signedIn("operator", `/sessions/${gone.sessionId}`);
  await page.getByRole("button", { name: "Erase all sessions of this end-user…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Erase everything of this end-user?" });
  await dialog.getByText(/^2 sessions with 3 deliveries, /).waitFor();
  expect(await faults(page)).toEqual([]);
  await dialog.getByRole("textbox").fill("erase");
  await dialog.getByRole("button", { name: "Erase for good" }).click();
  await page.waitForURL((url) => url.pathname === "/sessions");
  await page.getByRole("link", { name: person.sessionId }).waitFor();
  for (const { sessionId } of sessions) expect(await running.store.session(sessionId)).toBeNull();
});
