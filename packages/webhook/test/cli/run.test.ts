import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { sign } from "../../src/testing/index.ts";
import { knownAnswer } from "../known-answer.ts";
import { ran, secret } from "./terminal.ts";

describe("help", () => {
  test.each(["--help", "-h", "help", "send --help", "verify --help", "listen -h", "help send", "help listen"])(
    "%s is printed, with examples",
    async (line) => {
      const { code, out, err } = await ran(line, {}, {});
      expect([code, err]).toEqual([0, ""]);
      expect(out).toMatch(/^flow-webhook/);
      if (line.includes(" ")) expect(out).toMatch(/\nExamples?\n {2}flow-webhook/);
    },
  );

  test("lists every command", async () => {
    const { out } = await ran("--help");
    for (const command of ["send", "verify", "listen"]) expect(out).toContain(`flow-webhook ${command} `);
  });

  test.each(["", "teleport", "constructor"])("goes to standard error for the command «%s»", async (line) => {
    const { code, out, err } = await ran(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Usage");
  });

  test.each([
    ["teleport", 'There is no command "teleport".'],
    ["teleport --help", 'There is no command "teleport".'],
    ["help teleport", 'There is no command "teleport".'],
    ["--port 80", "Give a command before --port."],
  ])("says what is wrong with «%s»", async (line, said) => {
    const { code, out, err } = await ran(line);
    expect([code, out]).toEqual([2, ""]);
    expect(err.startsWith(`${said}\n`)).toBe(true);
  });

  test.each(["--version", "-v"])("%s is the version", async (line) => {
    expect(await ran(line)).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+$/), err: "" });
  });
});

describe("a wrong command line", () => {
  test.each([
    ["send", "Give one URL"],
    ["send nowhere", "Give one URL"],
    ["send ftp://a.test/", "Give one URL"],
    ["send http://a.test/ http://b.test/", "Give one URL"],
    ["send http://a.test/ --code seven", '--code takes a whole number from 0 to 999999999, not "seven"'],
    ["send http://a.test/ --colour red", "'--colour'"],
    ["verify", "Give one file"],
    ["verify body.json", "Give the signature"],
    ["listen --port x", '--port takes a whole number from 0 to 65535, not "x"'],
    ["listen --port 65536", '--port takes a whole number from 0 to 65535, not "65536"'],
    ["listen here", "here"],
  ])("%s", async (line, message) => {
    const { code, err } = await ran(line);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(`See flow-webhook ${line.split(" ")[0]} --help.`);
  });

  test.each(["send http://a.test/", "verify body.json --signature 00", "listen"])(
    "%s without a secret",
    async (line) => {
      const { code, err } = await ran(line, {}, {});
      expect(code).toBe(2);
      expect(err).toContain("No secret. Set FLOW_WEBHOOK_SECRET");
    },
  );
});

describe("verify", () => {
  const event =
    '{"id":"a","code":7010,"action":"flow_cancelled","context":{"state":"error_screen_shown"},"vendorData":"\\u001b[31m"}';

  test("says that the known answer is right, and that it is no event", async () => {
    const { code, out } = await ran(`verify body.json --signature ${knownAnswer.signature}`, {
      "body.json": knownAnswer.body,
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^The signature is right\.\n.*not an event/);
  });

  test("tells an event in words, and lets nothing steer the terminal", async () => {
    const signature = await sign(event, secret);
    const { code, out } = await ran(`verify - --signature ${signature}`, { "-": event });
    expect(code).toBe(0);
    expect(out).toContain("7010 flow_cancelled: The end-user has cancelled the flow");
    expect(out).toContain("state       error_screen_shown: An error screen is shown / End-user sees");
    expect(out).toContain("vendor data \\u{1b}[31m");
  });

  test("says that the signature is wrong", async () => {
    const { code, out, err } = await ran(`verify body.json --signature ${knownAnswer.signature}`, {
      "body.json": event,
    });
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^None of the secrets makes this signature/);
  });

  test("recognises the line break of an editor", async () => {
    const files = { "body.json": `${knownAnswer.body}\n` };
    const { code, err } = await ran(`verify body.json --signature ${knownAnswer.signature}`, files);
    expect(code).toBe(1);
    expect(err).toContain("Without the line break at the end of the file the signature is right");
  });

  test("takes several secrets", async () => {
    const line = `verify body.json --signature ${knownAnswer.signature} --secret a --secret ${knownAnswer.secret}`;
    expect((await ran(line, { "body.json": knownAnswer.body }, {})).code).toBe(0);
  });

  test("says that there is no such file", async () => {
    const { code, err } = await ran("verify missing.json --signature 00");
    expect([code, err]).toEqual([1, "ENOENT: no such file or directory, open 'missing.json'"]);
  });
});

test("the built command runs", async () => {
  const main = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [main, "--help"]);
  expect(stdout).toContain("flow-webhook send <url>");
});
