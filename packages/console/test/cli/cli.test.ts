import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { help } from "../../src/cli/help.ts";
import { commandLine } from "../../src/cli/on-record.ts";
import { run } from "../../src/cli/run.ts";
import type { Terminal } from "../../src/cli/terminal.ts";
import { checkPassword } from "../../src/guard/password.ts";
import type { AuditEntry } from "../../src/store/event-store.ts";
import { openStore } from "../../src/store/open.ts";
import { lineOf } from "../../src/transfer/line.ts";
import { databaseUrl, postgresPlace, query } from "../store/drivers.ts";
import { bin, flowConsole } from "../support/bin.ts";
import { accepted } from "../support/deliveries.ts";
import { environmentFor, startProcess } from "../support/process.ts";
import { eventBody, post, secret } from "../support/receiving.ts";

const folder = mkdtempSync(join(tmpdir(), "flow-console-"));
afterAll(() => rmSync(folder, { recursive: true }));
const data = (name: string) => join(folder, name);

/** What is on the record in a folder that no process uses, the newest first. */
async function recorded(directory: string): Promise<readonly Omit<AuditEntry, "at">[]> {
  const store = await openStore({ driver: "sqlite", directory });
  const { items } = await store.audits({ limit: 100 });
  await store.close();
  return items.map(({ at: _, ...entry }) => entry);
}

describe("help", () => {
  test.each(Object.entries(help))("%s", async (command, expected) => {
    const args = command === "" ? ["--help"] : [command, "--help"];
    const { code, out, err } = await flowConsole(args);
    expect({ code, out, err }).toEqual({ code: 0, out: `${expected}\n`, err: "" });
    expect(out).toMatch(/^flow-console/);
    expect(out).toMatch(/\nExamples\n {2}\S*/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(150);
  });

  test.each(Object.entries(help))("help %s", async (command, expected) => {
    const ended = await flowConsole(["help", command].filter(Boolean));
    expect(ended).toEqual({ code: 0, out: `${expected}\n`, err: "" });
  });

  test.each([
    [["serv"], 'There is no command "serv".'],
    [["serv", "--help"], 'There is no command "serv".'],
    [["help", "serv"], 'There is no command "serv".'],
    [["--port", "80"], "Give a command before --port."],
  ])("%j is answered with what is wrong", async (args, said) => {
    const { code, out, err } = await flowConsole(args);
    expect([code, out, err.split("\n")[0]]).toEqual([2, "", said]);
  });

  test("a wrong command line is answered with 2 and where to look", async () => {
    expect(await flowConsole([])).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("flow-console serve"),
    });
    expect(await flowConsole(["serv"])).toMatchObject({ code: 2, err: expect.stringContaining('no command "serv"') });
    const { code, err } = await flowConsole(["serve", "--prot", "1"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/--prot[\s\S]*flow-console serve --help/)]);
  });

  test.each(["--version", "-v"])("the version: %s", async (flag) => {
    expect(await flowConsole([flag])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});

test("an old Node is told so before anything else happens", async () => {
  const node = resolve(import.meta.dirname, "../../../../tools/check/node_modules/node-20/bin/node");
  const { code, out, err } = await flowConsole(["--help"], { node });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^flow-console needs Node 24 or newer, and this is v20\./);
});

describe("settings", () => {
  test("without a secret it does not start", async () => {
    const { code, err } = await flowConsole(["serve", "--port", "0"]);
    expect([code, err]).toEqual([2, expect.stringMatching(/WEBHOOK_SECRETS.*\n.*shared secret/)]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("everything that is wrong is said at once, and no secret", async () => {
    const environment = {
      FLOW_CONSOLE_PORT: "eighty",
      FLOW_CONSOLE_LOG_LEVEL: "loud",
      FLOW_CONSOLE_OPERATOR_PASSWORD: "hunter2hunter2",
      WEBHOOK_SECRETS: secret,
    };
    const args = ["serve", "--host", "0.0.0.0", "--keep-days", "0", "--origins", "console.example.com"];
    const { code, err } = await flowConsole(args, { environment });
    expect(code).toBe(2);
    for (const part of ["--port", "--log-level", "OPERATOR_PASSWORD", "--host", "--keep-days", "--origins"]) {
      expect(err).toContain(part);
    }
    expect(err).not.toMatch(new RegExp(`hunter2|${secret}`));
  });

  test("a flag without a value is not taken for one that was left away", async () => {
    const { code, err } = await flowConsole(["serve", "--data", ""], { environment: { WEBHOOK_SECRETS: secret } });
    expect([code, err]).toEqual([2, expect.stringContaining("--data (FLOW_CONSOLE_DATA): There is no value.")]);
  });

  test.each([
    ["--days", "731"],
    ["--people", "0"],
  ])("the demo takes no %s %s", async (flag, value) => {
    const { code, err } = await flowConsole(["demo", flag, value]);
    expect([code, err]).toEqual([2, expect.stringMatching(`${flag} takes a whole number from`)]);
  });

  test("what keeps the demo from starting leaves no folder behind", async () => {
    const { code } = await flowConsole(["demo", "--port", "x"], { environment: { TMPDIR: folder } });
    expect([code, readdirSync(folder).filter((name) => name.startsWith("flow-console-demo"))]).toEqual([2, []]);
  });

  test("other machines are only let in where people sign in", async () => {
    const environment = { WEBHOOK_SECRETS: secret, FLOW_CONSOLE_DATA: data("open") };
    const refused = await flowConsole(["serve", "--port", "0", "--host", "0.0.0.0"], { environment });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining("nobody has to sign in") });
  });

  test("a port that is taken is said, and how to go on", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const port = String((other.address() as AddressInfo).port);
    const environment = { WEBHOOK_SECRETS: secret, FLOW_CONSOLE_DATA: data("taken") };
    const { code, err } = await flowConsole(["serve", "--port", port], { environment });
    expect([code, err]).toEqual([1, expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`)]);
    const args = ["serve", "--port", "0", "--webhook-port", port];
    const second = await flowConsole(args, { environment });
    expect([second.code, second.err]).toEqual([1, expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`)]);
    other.close();
  });

  test("a file of secrets that cannot be read is all that is said", async () => {
    const { code, err } = await flowConsole(["serve", "--secrets-file", data("nowhere")]);
    expect([code, err]).toEqual([2, expect.stringContaining("nowhere cannot be read (ENOENT)")]);
    expect(err).not.toContain("No secret is set");
  });

  test("an address of PostgreSQL that cannot be read is not shown", async () => {
    const environment = { DATABASE_URL: "postgres://a:hunter#2@host/b" };
    const { code, err } = await flowConsole(["export"], { environment });
    expect([code, err]).toEqual([1, expect.stringMatching(/^The URL of PostgreSQL cannot be read: .*%23/)]);
    expect(err).not.toContain("hunter");
  });

  test("secrets are read from a file, the newest first", async () => {
    const file = data("secrets");
    writeFileSync(file, `new\n${secret}\n`);
    const console = await startProcess(
      { FLOW_CONSOLE_DATA: data("file"), FLOW_CONSOLE_SECRETS_FILE: file, WEBHOOK_SECRETS: "" },
      { program: [process.execPath, bin] },
    );
    expect((await post(console.webhookUrl)).status).toBe(200);
    const { secrets } = (await (await fetch(`${console.url}/api/status`)).json()) as {
      secrets: { deliveries: number }[];
    };
    expect(secrets.map(({ deliveries }) => deliveries)).toEqual([0, 1]);
    expect(await console.end("SIGTERM")).toBe(0);
  });
});

describe("a console that runs", () => {
  test("stops when asked to, and has kept what it acknowledged; a second one on its folder does not start", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("run") };
    const console = await startProcess(environment, { program: [process.execPath, bin] });
    expect((await post(console.webhookUrl)).status).toBe(200);
    const second = await flowConsole(["serve", "--port", "0"], {
      environment: { ...environment, WEBHOOK_SECRETS: secret },
    });
    expect([second.code, second.err.length > 0]).toEqual([1, true]);
    expect(await console.end("SIGTERM")).toBe(0);
    expect(console.said()).not.toMatch(/f04bdb47|a secret of/);
    const checked = await flowConsole(["doctor", "--json", "--port", "0"], {
      environment: { ...environment, WEBHOOK_SECRETS: secret },
    });
    const findings = JSON.parse(checked.out) as { what: string; ok: boolean; text: string }[];
    expect([checked.code, findings.find(({ what }) => what === "Database")?.text]).toEqual([
      0,
      "sqlite, at position 1",
    ]);
    const id = (JSON.parse(eventBody()) as { id: string }).id;
    const erased = await flowConsole(["erase", "--session", id, "--json"], { environment });
    expect(JSON.parse(erased.out)).toEqual({ sessions: 1, deliveries: 1 });
    expect(await recorded(data("run"))).toEqual([
      { who: commandLine(() => userInfo().username), what: "erased", subject: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test("takes deliveries on a port of their own, and nothing else there", async () => {
    const console = await startProcess(
      { FLOW_CONSOLE_DATA: data("split") },
      { program: [process.execPath, bin], args: ["serve", "--port", "0", "--webhook-port", "0"] },
    );
    expect(new URL(console.webhookUrl).port).not.toBe(new URL(console.url).port);
    expect((await post(console.webhookUrl)).status).toBe(200);
    expect((await fetch(new URL("/api/status", console.webhookUrl))).status).toBe(404);
    expect((await post(`${console.url}/webhooks/veriff`)).status).not.toBe(200);
    expect(await console.end("SIGTERM")).toBe(0);
  });

  test("the demo is alive: events, quarantine and refusals of its own making", async () => {
    const console = await startProcess(
      {},
      {
        program: [process.execPath, bin],
        args: ["demo", "--port", "0", "--days", "2", "--people", "6000"],
      },
    );
    const status = async () =>
      (await (await fetch(`${console.url}/api/status`)).json()) as {
        receiving: { accepted: number; rejected: number };
        catalog: { unknownValues: number };
      };
    for (;;) {
      const { receiving, catalog } = await status();
      if (receiving.accepted > 50 && receiving.rejected > 0 && catalog.unknownValues > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await console.end("SIGTERM")).toBe(0);
  });
});

describe("a secret that is far too short", () => {
  test("is warned of at the start and by doctor, and is not shown", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("short"), WEBHOOK_SECRETS: `${secret},hunter2` };
    const console = await startProcess(environment, { program: [process.execPath, bin] });
    expect(console.said()).toContain("Warning: Shared secret 2 of 2 has fewer than 16 characters");
    expect(await console.end("SIGTERM")).toBe(0);
    expect(console.said()).not.toContain("hunter2");
    const { code, out } = await flowConsole(["doctor", "--port", "0"], { environment });
    expect([code, out]).toEqual([0, expect.stringMatching(/warning {2}Secrets {5}Shared secret 2 of 2/)]);
    expect(out).not.toContain("hunter2");
  });
});

describe("doctor", () => {
  test("makes nothing where there is no store yet, and says so", async () => {
    const environment = { WEBHOOK_SECRETS: secret };
    const args = ["doctor", "--port", "0", "--data"];
    const { code, out } = await flowConsole([...args, data("unmade")], { environment });
    expect([code, out]).toEqual([0, expect.stringMatching(/ok {7}Database {4}.*unmade holds no store yet/)]);
    expect(readdirSync(folder)).not.toContain("unmade");
    writeFileSync(data("a-file"), "");
    const refused = await flowConsole([...args, data("a-file")], { environment });
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/problem {2}Database .*a-file is a file/)]);
  });

  test.runIf(databaseUrl)("makes nothing in PostgreSQL either (needs DATABASE_URL)", async () => {
    const place = await postgresPlace();
    await query(`create schema ${place.schema}`);
    const environment = { ...environmentFor(place.location), WEBHOOK_SECRETS: secret };
    const checked = await flowConsole(["doctor", "--port", "0"], { environment });
    const none = expect.stringContaining("DATABASE_URL holds no store yet");
    expect(checked).toEqual({ code: 0, out: none, err: "" });
    const erased = await flowConsole(["erase", "--session", "a"], { environment });
    expect([erased.code, erased.err]).toEqual([1, expect.stringContaining("no table of the console")]);
    expect(await query(`select from pg_tables where schemaname = '${place.schema}'`)).toEqual([]);
    await (await place.open()).close();
    const made = await flowConsole(["doctor", "--port", "0"], { environment });
    const found = expect.stringContaining("postgres, at position 0");
    expect(made).toEqual({ code: 0, out: found, err: "" });
    await place.remove();
  });

  test("says what keeps a console from running", async () => {
    const { code, out } = await flowConsole(["doctor", "--port", "x"], {
      environment: { FLOW_CONSOLE_DATA: data("doctor") },
    });
    expect([code, out]).toEqual([
      1,
      expect.stringMatching(/ok\s+Node[\s\S]*problem\s+--port[\s\S]*problem\s+WEBHOOK_SECRETS/),
    ]);
  });
});

describe("password", () => {
  test("turns what is piped in into a hash that checks it", async () => {
    const { code, out } = await flowConsole(["password"], { input: "correct horse battery\n" });
    expect([code, await checkPassword("correct horse battery", out.trim())]).toEqual([0, true]);
  });

  test("takes no short one, and none from the command line", async () => {
    expect(await flowConsole(["password"], { input: "short" })).toMatchObject({ code: 2, out: "" });
    expect(await flowConsole(["password", "correct horse battery"])).toMatchObject({ code: 2, out: "" });
  });
});

describe("erase", () => {
  test("asks whom", async () => {
    for (const args of [["erase"], ["erase", "--session", "a", "--end-user", "b"]]) {
      expect(await flowConsole(args)).toMatchObject({
        code: 2,
        err: expect.stringContaining("--session or --end-user"),
      });
    }
  });

  test("does not take a mistyped folder for one without such a person", async () => {
    for (const args of [["erase", "--session", "a"], ["export"]]) {
      const { code, out, err } = await flowConsole([...args, "--data", data("mistyped")]);
      expect([code, out, err]).toEqual([1, "", expect.stringMatching(/no database in .*mistyped: see that --data/)]);
    }
    expect(readdirSync(folder)).not.toContain("mistyped");
  });
});

describe("rebuild", () => {
  test("adds everything up again, on the record, and not while a console runs", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("rebuild") };
    const console = await startProcess(environment, { program: [process.execPath, bin] });
    expect((await post(console.webhookUrl)).status).toBe(200);
    const refused = await flowConsole(["rebuild"], { environment });
    expect([refused.code, refused.out, refused.err]).toEqual([1, "", expect.stringMatching(/is in use|another/i)]);
    await console.end("SIGTERM");

    const database = new DatabaseSync(join(data("rebuild"), "console.db"));
    database.exec("delete from sessions");
    database.close();
    const { code, out } = await flowConsole(["rebuild", "--json"], { environment });
    expect([code, JSON.parse(out)]).toEqual([0, { deliveries: 1 }]);
    expect((await flowConsole(["rebuild"], { environment })).out).toBe("Added up 1 delivery.\n");
    const store = await openStore({ driver: "sqlite", directory: data("rebuild") });
    expect((await store.sessions({ limit: 10 })).items).toHaveLength(1);
    await store.close();
    expect((await recorded(data("rebuild"))).map(({ what }) => what)).toEqual(["rebuilt", "rebuilt"]);
  });

  test("that is stopped leaves everything as it was, and ends as if by Ctrl+C", async () => {
    const location = { driver: "sqlite", directory: data("rebuild stopped") } as const;
    const store = await openStore(location);
    await store.append([accepted()]);
    await store.close();
    const database = new DatabaseSync(join(location.directory, "console.db"));
    database.exec("delete from sessions");
    database.close();

    const stop = new AbortController();
    const said: string[] = [];
    const stopped: Terminal = {
      out: (line) => void said.push(line),
      err: (line) => void said.push(line),
      progress: (line) => void said.push(`progress ${line}`),
      paint: (_, text) => text,
      ask: async () => "",
      input: process.stdin,
      output: process.stdout,
      env: { FLOW_CONSOLE_DATA: location.directory },
      stop: stop.signal,
    };
    stop.abort();
    expect(await run(["rebuild"], stopped)).toBe(130);
    expect(said).toEqual(["progress ", "Stopped before it was done."]);
    const after = await openStore(location);
    expect((await after.sessions({ limit: 10 })).items).toEqual([]);
    await after.close();
  });
});

describe("a command", () => {
  test("does nothing that cannot be put on the record", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("unrecorded") };
    const console = await startProcess(environment, { program: [process.execPath, bin] });
    expect((await post(console.webhookUrl)).status).toBe(200);
    await console.end("SIGTERM");
    const exported = (await flowConsole(["export"], { environment })).out;
    const database = new DatabaseSync(join(data("unrecorded"), "console.db"));
    database.exec("create trigger no_record before insert on audits begin select raise(abort, 'full'); end");
    const { id } = JSON.parse(eventBody()) as { id: string };
    for (const args of [["erase", "--session", id], ["export"], ["import", "-"], ["rebuild"]]) {
      const { code, out } = await flowConsole(args, { environment, input: exported });
      expect([args, code, out]).toEqual([args, 1, ""]);
    }
    const { count } = database.prepare("select count(*) as count from deliveries").get() as { count: number };
    expect(count).toBe(1);
    database.close();
  });

  test("is done by somebody without a name where the system knows none", () => {
    const unknown = () => {
      throw new Error("ENOENT");
    };
    expect(commandLine(unknown)).toBe("command line");
  });
});

describe("import and export", () => {
  test("what is written out comes in again, from a file and through a pipe", async () => {
    const from = { FLOW_CONSOLE_DATA: data("from") };
    const console = await startProcess(from, { program: [process.execPath, bin] });
    const bodies = Array.from({ length: 20 }, (_, index) => eventBody({ vendorData: `=${index}` }));
    for (const body of bodies) expect((await post(console.webhookUrl, body)).status).toBe(200);
    await console.end("SIGTERM");

    const piped = await flowConsole(["export"], { environment: from });
    expect([piped.code, piped.err]).toEqual([0, "Wrote 20 deliveries.\n"]);
    const file = data("deliveries.jsonl");
    const written = await flowConsole(["export", "--output", file, "--json"], { environment: from });
    expect([written.code, written.out, JSON.parse(written.err)]).toEqual([0, "", { deliveries: 20 }]);
    expect(readFileSync(file, "utf8")).toBe(piped.out);

    const to = { FLOW_CONSOLE_DATA: data("to") };
    const first = await flowConsole(["import", file, "--json"], { environment: to });
    expect([first.code, JSON.parse(first.out)]).toEqual([0, { kept: 20, refused: 0, problems: [] }]);
    const wrong = `${piped.out.split("\n")[0]}\nnonsense\n`;
    const second = await flowConsole(["import", "-"], { environment: to, input: wrong });
    expect([second.code, second.out]).toEqual([1, "Took in 1 delivery, refused 1 line.\n"]);
    expect(second.err).toMatch(/^Line 2: /);

    const csv = await flowConsole(["export", "--format", "csv"], { environment: to });
    expect([csv.code, csv.out.trim().split("\r\n").length]).toEqual([0, 1 + 21]);
    const whatIn = async (name: string) => (await recorded(data(name))).map(({ what, subject }) => [what, subject]);
    expect(await whatIn("from")).toEqual([
      ["exported", null],
      ["exported", null],
    ]);
    expect(await whatIn("to")).toEqual([
      ["exported", null],
      ["imported", null],
      ["imported", null],
    ]);
  });

  test("an import ends where the database is still busy with what came in", async () => {
    const one = accepted();
    const digest = createHash("sha256").update(one.body).digest("hex");
    const line = lineOf({ ...one, digest, position: 1 });
    for (let round = 0; round < 5; round++) {
      const environment = { FLOW_CONSOLE_DATA: data(`busy-${round}`) };
      const { code, out } = await flowConsole(["import", "-"], { environment, input: `${line}\n`.repeat(600) });
      expect([code, out]).toEqual([0, "Took in 600 deliveries, refused 0 lines.\n"]);
    }
  });

  test("a wrong format, and a file that is not there, are said", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("none") };
    expect(await flowConsole(["export", "--format", "xml"], { environment })).toMatchObject({ code: 2 });
    expect(await flowConsole(["import"], { environment })).toMatchObject({ code: 2 });
    const missing = await flowConsole(["import", data("missing.jsonl")], { environment });
    expect([missing.code, missing.err]).toEqual([1, expect.stringMatching(/missing\.jsonl cannot be read \(ENOENT\)/)]);
    writeFileSync(data("empty.jsonl"), "");
    expect(await flowConsole(["import", data("empty.jsonl")], { environment })).toMatchObject({ code: 0 });
    const output = data("no-folder/events.jsonl");
    const unwritten = await flowConsole(["export", "--output", output], { environment });
    expect([unwritten.code, unwritten.err]).toEqual([
      1,
      expect.stringContaining(`${output} cannot be written (ENOENT)`),
    ]);
  });

  test("what is no export is said to be none", async () => {
    writeFileSync(data("events.csv"), "position,action\n1,started\n");
    const { code, err } = await flowConsole(["import", data("events.csv"), "--data", data("none")]);
    expect([code, err]).toEqual([1, expect.stringMatching(/Line 2: .*\nNo line is a delivery: .* no CSV\.\n$/)]);
  });

  test("a folder is not taken for a file", async () => {
    const { code, err } = await flowConsole(["import", folder, "--data", data("none")]);
    expect([code, err]).toEqual([1, `${folder} cannot be read (EISDIR): it is a folder, give a file.\n`]);
  });

  test.runIf(existsSync("/dev/full"))("a full disk is said, with what it leaves", async () => {
    const environment = { FLOW_CONSOLE_DATA: data("from") };
    const { code, err } = await flowConsole(["export", "--output", "/dev/full"], { environment });
    expect([code, err]).toEqual([1, expect.stringContaining("/dev/full cannot be written (ENOSPC): the disk is full")]);
    const script = `"${process.execPath}" "${bin}" export > /dev/full`;
    const shell = spawnSync("sh", ["-c", script], { env: environment, encoding: "utf8" });
    expect([shell.status, shell.stderr]).toEqual([
      1,
      expect.stringContaining("Standard output cannot be written (ENOSPC)"),
    ]);
  });

  test("an import that is stopped says so, and ends as if by Ctrl+C", async () => {
    const directory = data("stopped");
    const child = spawn(process.execPath, [bin, "import", "-", "--data", directory], {
      stdio: ["pipe", "pipe", "pipe"],
    });
    while (!existsSync(join(directory, "console.lock"))) await sleep(20);
    child.kill("SIGINT");
    const [err, out] = await Promise.all([text(child.stderr), text(child.stdout), once(child, "exit")]);
    expect([child.exitCode, out, err]).toEqual([130, "", "Stopped before it was done.\n"]);
  });
});
