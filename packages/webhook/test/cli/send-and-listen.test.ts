import { eventActions, eventCodes, flowReasons, flowStates } from "@flow-catalog/events";
import { expect, onTestFinished, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import { noting, ran } from "./terminal.ts";

/** Listens until the test is over. Gives the URL and what was printed. */
async function listening(...args: string[]) {
  const { out, err, terminal, stop } = noting();
  const ended = run(["listen", "--port", "0", ...args], terminal);
  onTestFinished(async () => {
    stop();
    expect(await ended).toBe(0);
  });
  await expect.poll(() => err.length).toBe(1);
  const url = /http:\S+\d/.exec(err.splice(0)[0]!)![0];
  return { url, out, err };
}

test("an event is sent, received and told in words", async () => {
  const { url, out } = await listening();
  const line = `send ${url} --action flow_cancelled --state otp_screen_shown --reason new_reason --session s-1 --attempt a-1 --vendor-data v`;
  expect(await ran(line)).toEqual({ code: 0, out: "200  7010 flow_cancelled", err: "" });
  expect(out).toHaveLength(1);
  expect(out[0]!.split("\n").slice(0, 4)).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z 7010 flow_cancelled: The end-user has cancelled the flow$/),
    "  session     s-1",
    "  attempt     a-1",
    "  vendor data v",
  ]);
  expect(out[0]).toContain("reason      new_reason: not in the catalog");
  expect(out[0]).toContain("state       otp_screen_shown: End-user sees the one-time password");
  expect(out[0]).toContain("warning     context.reason: unknown value");
});

test("every value of the catalog is sent", async () => {
  const { url, out } = await listening("--json");
  const { code, out: printed } = await ran(`send ${url} --all`);
  expect(code).toBe(0);
  const count = eventActions.length + eventCodes.length + flowReasons.length + flowStates.length;
  expect(printed.split("\n")).toHaveLength(count);
  const events = out.map((line) => JSON.parse(line).event);
  expect(new Set(events.map((event) => event.context.state).filter(Boolean))).toEqual(new Set(flowStates));
});

test("a file is sent as it is, and an event of tomorrow is taken", async () => {
  const { url, out } = await listening();
  const files = { "e.json": '{ "id":"s", "action":"flow_teleported", "code":7099.0 }\n' };
  expect(await ran(`send ${url} --body e.json`, files)).toMatchObject({ code: 0, out: "200  e.json" });
  expect(await ran(`send ${url} --action flow_teleported --code 7099`)).toMatchObject({ code: 0 });
  expect(out[0]).toContain("7099 flow_teleported: not in the catalog");
  expect(out[1]).toContain("7099 flow_teleported: not in the catalog");
});

test("what is refused is told on both sides", async () => {
  const { url, out, err } = await listening("--client-id", "key-1");
  expect(await ran(`send ${url} --secret another`)).toMatchObject({
    code: 1,
    out: "401 signature_mismatch  7001 started",
  });
  expect(await ran(`send ${url}`)).toMatchObject({ code: 1, out: "401 client_mismatch  7001 started" });
  expect(await ran(`send ${url} --client-id key-1`)).toMatchObject({ code: 0 });
  expect(err[0]).toMatch(/^refused: None of the secrets makes this signature/);
  expect(err[1]).toMatch(/^refused: The request is signed, but not for the pinned clientId/);
  expect(out).toHaveLength(1);
});

test("a server that is not there is told", async () => {
  const { code, out } = await ran("send http://127.0.0.1:9/");
  expect([code, out.startsWith("no answer (")]).toEqual([1, true]);
});

test("a port that is taken is told", async () => {
  const { url } = await listening();
  const { code, err } = await ran(`listen --port ${new URL(url).port}`);
  expect(code).toBe(1);
  expect(err).toMatch(/EADDRINUSE/);
});
