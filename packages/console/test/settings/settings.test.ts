import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashPassword } from "../../src/guard/password.ts";
import { SettingsError } from "../../src/settings/problem.ts";
import { readSettings, type SettingsInput, settingFlags, storeLocation } from "../../src/settings/settings.ts";
import { table } from "../../src/settings/table.ts";

const read = (input: Partial<SettingsInput> = {}) =>
  readSettings({ flags: {}, environment: { WEBHOOK_SECRETS: "s" }, secretsWithout: null, ...input });

/** The settings that something is wrong with. */
function problemsOf(input: Partial<SettingsInput>): readonly string[] {
  try {
    read(input);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ setting }) => setting);
  }
}

describe("settings", () => {
  test("a secret is enough", () => {
    expect(read()).toEqual({
      host: "127.0.0.1",
      port: 8_600,
      webhook: null,
      store: { driver: "sqlite", directory: "flow-console-data" },
      secrets: ["s"],
      signIn: { kind: "none" },
      origins: [],
      trustProxy: false,
      keepDays: null,
      logLevel: "info",
    });
  });

  test("the command line comes before the environment", () => {
    const environment = { WEBHOOK_SECRETS: "s", FLOW_CONSOLE_PORT: "1", FLOW_CONSOLE_KEEP_DAYS: "30" };
    expect(read({ environment, flags: { port: "2" } })).toMatchObject({ port: 2, keepDays: 30 });
  });

  test("every flag has a variable that gives the same", () => {
    const values: Readonly<Record<string, string>> = {
      host: "::1",
      port: "1",
      "webhook-host": "0.0.0.0",
      "webhook-port": "2",
      data: "folder",
      "proxy-header": "x-user",
      operators: "ada, grace",
      origins: "https://console.example.com",
      "trust-proxy": "true",
      "keep-days": "7",
      "log-level": "warn",
    };
    const byFlags = read({ flags: values });
    const variables = Object.values(table).flatMap(({ flag, variable }) =>
      values[flag] === undefined ? [] : [[variable, values[flag]]],
    );
    expect(read({ environment: { WEBHOOK_SECRETS: "s", ...Object.fromEntries(variables) } })).toEqual(byFlags);
    expect(Object.keys(settingFlags).sort()).toEqual([...Object.keys(values), "secrets-file"].sort());
    expect(byFlags).toMatchObject({
      webhook: { host: "0.0.0.0", port: 2 },
      signIn: { kind: "proxy", nameHeader: "x-user", operators: ["ada", "grace"] },
    });
  });

  test("a folder that was named comes before the database of the environment", () => {
    const environment = { WEBHOOK_SECRETS: "s", DATABASE_URL: "postgres://db/console", FLOW_CONSOLE_DATA: "x" };
    expect(read({ environment }).store).toEqual({ driver: "postgres", url: "postgres://db/console" });
    expect(read({ environment, flags: { data: "here" } }).store).toEqual({ driver: "sqlite", directory: "here" });
  });

  test("a database that is none of PostgreSQL is refused, and its address not quoted", () => {
    const environment = { WEBHOOK_SECRETS: "s", DATABASE_URL: "mysql://me:hunter2@db/console" };
    expect(problemsOf({ environment })).toEqual(["DATABASE_URL"]);
    expect(() => read({ environment })).toThrow(/postgres:\/\/console@db/);
    expect(() => storeLocation({}, environment)).toThrow(/^(?!.*hunter2)DATABASE_URL: /s);
    expect(storeLocation({ data: "here" }, environment)).toEqual({ driver: "sqlite", directory: "here" });
    expect(problemsOf({ environment: { ...environment, DATABASE_URL: "postgresql:///console?host=/run" } })).toEqual(
      [],
    );
  });

  test("secrets, the newest first, from the environment or a file", () => {
    expect(read({ environment: { WEBHOOK_SECRETS: " new ,old\n" } }).secrets).toEqual(["new", "old"]);
    const folder = mkdtempSync(join(tmpdir(), "flow-console-"));
    writeFileSync(join(folder, "secrets"), "new\r\nold one\n\n");
    expect(read({ flags: { "secrets-file": join(folder, "secrets") } }).secrets).toEqual(["new", "old one"]);
    rmSync(folder, { recursive: true });
    expect(problemsOf({ flags: { "secrets-file": join(folder, "secrets") } })[0]).toContain("--secrets-file");
    expect(problemsOf({ environment: {} })).toEqual([expect.stringContaining("WEBHOOK_SECRETS")]);
    expect(read({ environment: {}, secretsWithout: ["made up"] }).secrets).toEqual(["made up"]);
  });

  test.each(["0.0.0.0", "::", "192.0.2.1", "console.example.com", "127.0.0.1.example.com"])(
    "%s is only listened on where people sign in",
    async (host) => {
      expect(problemsOf({ flags: { host } })).toEqual([expect.stringContaining("--host")]);
      const hash = await hashPassword("correct horse battery");
      const environment = { WEBHOOK_SECRETS: "s", FLOW_CONSOLE_OPERATOR_PASSWORD: hash };
      expect(read({ flags: { host }, environment }).signIn).toEqual({ kind: "password", operator: hash, viewer: null });
      expect(read({ flags: { host, "proxy-header": "x-user" } }).signIn.kind).toBe("proxy");
    },
  );

  test.each(["127.0.0.1", "127.8.9.1", "::1", "localhost"])("%s is this machine", (host) => {
    expect(problemsOf({ flags: { host } })).toEqual([]);
  });

  test("what cannot be meant is refused", () => {
    const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [{ port: "65536" }, "--port"],
      [{ port: "80a" }, "--port"],
      [{ "keep-days": "0" }, "--keep-days"],
      [{ "log-level": "loud" }, "--log-level"],
      [{ origins: "console.example.com" }, "--origins"],
      [{ "webhook-host": "0.0.0.0" }, "--webhook-host"],
    ];
    for (const [flags, setting] of wrong) expect(problemsOf({ flags })).toEqual([expect.stringContaining(setting)]);
    const hash = "scrypt:ln=15,r=8,p=3:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const viewerOnly = { WEBHOOK_SECRETS: "s", FLOW_CONSOLE_VIEWER_PASSWORD: hash };
    expect(problemsOf({ environment: viewerOnly })).toEqual(["FLOW_CONSOLE_VIEWER_PASSWORD"]);
    const both = { WEBHOOK_SECRETS: "s", FLOW_CONSOLE_OPERATOR_PASSWORD: hash, FLOW_CONSOLE_PROXY_HEADER: "x-user" };
    expect(problemsOf({ environment: both })).toEqual([expect.stringContaining("--proxy-header")]);
    const plain = { WEBHOOK_SECRETS: "s", FLOW_CONSOLE_OPERATOR_PASSWORD: "correct horse battery" };
    expect(problemsOf({ environment: plain })).toEqual(["FLOW_CONSOLE_OPERATOR_PASSWORD"]);
  });
});
