import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { InputData, JSONSchemaInput, quicktype } from "quicktype-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { sample } from "../samples.ts";
import { type Language, languages } from "./languages.ts";

/** A program in a folder of its own with the decoder that quicktype makes of a schema. */
async function programOf(schema: string, { id, options, file, program, commands }: Language) {
  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-quicktype-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const input = new JSONSchemaInput(undefined);
  const path = fileURLToPath(import.meta.resolve(`@flow-catalog/schema/${schema}.json`));
  await input.addSource({ name: "FlowEvent", schema: readFileSync(path, "utf8") });
  const inputData = new InputData();
  inputData.addInput(input);
  const { lines } = await quicktype({ inputData, lang: id, rendererOptions: { ...options } });
  const code = lines.join("\n");
  for (const [name, text] of Object.entries({ ...program, [file]: code })) writeFileSync(join(folder, name), text);

  const run = ([command, ...args]: readonly string[], stdin = "") => {
    // Nothing is fetched, and nothing is left behind in anybody's cache.
    const env = { ...process.env, GOCACHE: join(folder, "cache"), GO111MODULE: "off", PYTHONDONTWRITEBYTECODE: "1" };
    const result = spawnSync(command as string, args, { cwd: folder, env, input: stdin, encoding: "utf8" });
    if (result.error !== undefined) throw result.error;
    return result;
  };
  for (const command of commands.slice(0, -1)) {
    const { status, stdout, stderr } = run(command);
    expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
  }
  /** What the program makes of an event: the event again, or undefined where it refuses it. */
  const decode = (event: object): unknown => {
    const { status, stdout } = run(commands.at(-1) as readonly string[], JSON.stringify(event));
    return status === 0 ? JSON.parse(stdout) : undefined;
  };
  return { code, decode };
}

/** Where a property is absent, some languages write null. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, each]) => each !== null);
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutNulls(each)]));
}

describe.each(languages)("$name by quicktype", (language) => {
  const { name, states, missing } = language;
  const possible = test.runIf(missing === undefined || process.env.CI);
  const word = missing === undefined ? "" : ` (${name} is ${missing})`;

  possible(`decodes an event from event.json, today's and tomorrow's${word}`, async () => {
    const { decode } = await programOf("event", language);
    expect(withoutNulls(decode(sample))).toEqual(sample);
    const tomorrow = { ...sample, code: 7011, action: "tomorrow", context: { state: "tomorrow" } };
    expect(withoutNulls(decode(tomorrow))).toEqual(tomorrow);
    expect(decode({ ...sample, code: "7007" })).toBeUndefined();
  });

  possible(`decodes an event from event.strict.json, its values named${word}`, async () => {
    const { code, decode } = await programOf("event.strict", language);
    expect(code).toMatch(states);
    const event = { ...sample, context: { reason: "quit_session_confirmed", state: "consent_screen_shown" } };
    expect(withoutNulls(decode(event))).toEqual(event);
  });
});
