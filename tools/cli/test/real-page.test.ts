import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "@flow-catalog/catalog";
import { describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";
import { type Project, realProject } from "./project.ts";

const PAGE = "docs/sources/end-user-flow-events.md";
const CONFIG = ["--config", "docs/catalog.config.ts"];

const catalogOf = (at: Project): Catalog => JSON.parse(at.read("packages/catalog/catalog.json"));
const namesOf = (catalog: Catalog, id: string) =>
  new Map(catalog.vocabularies[id]?.entries.map(({ value, name }) => [value, name]));

/** The rows of the table with a header, as lines of the page. */
function rowsUnder(page: string, header: string): readonly string[] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith(header));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 2, end);
}

describe("the committed catalog", () => {
  const catalog: Catalog = JSON.parse(readFileSync(join(repository, "packages/catalog/catalog.json"), "utf8"));
  const entries = (id: string) => catalog.vocabularies[id]?.entries ?? [];

  it("has 6 events, 8 reasons of 3 actions, and 80 states", () => {
    expect([entries("event").length, entries("reason").length, entries("state").length]).toEqual([6, 8, 80]);
    const actions = entries("reason").flatMap(({ relations }) => relations?.event?.map(({ value }) => value) ?? []);
    expect([...new Set(actions)]).toEqual(["waiting_complete", "flow_finished", "flow_cancelled"]);
  });

  it("keeps both texts of a value that stands twice, and one where they are the same", () => {
    const texts = (value: string) =>
      entries("state")
        .find((entry) => entry.value === value)
        ?.descriptions.map(({ text }) => text);
    expect(texts("consent_screen_shown")).toEqual([
      "The consent screen is shown",
      "End-user sees the consent screen after pressing the button on the intro screen to start the session",
    ]);
    expect(texts("error_screen_shown")).toHaveLength(2);
    expect(texts("inflow_feedback_responded")).toHaveLength(2);
    expect(texts("resubmission_feedback_screen_shown")).toHaveLength(1);
  });

  it("keeps a value in two vocabularies as two entries with their own texts", () => {
    const states = new Map(entries("state").map((entry) => [entry.value, entry]));
    const shared = entries("reason").filter(({ value }) => states.has(value));
    expect(shared.map(({ value }) => value).sort()).toEqual([
      "consent_screen_cancel_pressed",
      "error_screen_exit_clicked",
      "finished_screen_confirmed_clicked",
      "mobile_handover_screen_shown",
      "waiting_decision_continue_clicked",
    ]);
    for (const reason of shared)
      expect(reason.descriptions[0]?.text).not.toBe(states.get(reason.value)?.descriptions[0]?.text);
  });

  it("keeps paragraphs, typography and what the page got wrong", () => {
    const text = (id: string, value: string) =>
      entries(id).find((entry) => entry.value === value)?.descriptions[0]?.text;
    expect(text("reason", "mobile_handover_screen_shown")?.split("\n\n")).toHaveLength(3);
    expect(text("state", "session_submitted")).toBe(
      'Session status changed from “started” to "submitted". The end-user has completed the flow.',
    );
    expect(text("state", "barcode_scan_failed")).toContain("due a timeout");
    expect(text("state", "error_screen_try_again_clicked")).toMatch(/^end-user clicks/);
  });

  it("says which events are observed and not documented", () => {
    expect(entries("event").map(({ value, evidence }) => [value, evidence.kind])).toEqual([
      ["started", "documented"],
      ["submitted", "documented"],
      ["waiting_complete", "documented"],
      ["waiting_continued", "observed"],
      ["flow_finished", "observed"],
      ["flow_cancelled", "observed"],
    ]);
  });
});

describe("the stages of the flow", () => {
  const catalog: Catalog = JSON.parse(readFileSync(join(repository, "packages/catalog/catalog.json"), "utf8"));
  const { attributes, entries } = catalog.vocabularies.state as Catalog["vocabularies"][string];

  it.each(["stage", "lane"])("every state has a %s, and every %s has a state", (id) => {
    const values = attributes?.[id]?.values?.map(({ value }) => value) ?? [];
    expect(values.length).toBeGreaterThan(5);
    expect(entries.map((entry) => [entry.value, values.includes(entry.attributes?.[id] ?? "")])).toEqual(
      entries.map((entry) => [entry.value, true]),
    );
    expect(values.filter((value) => !entries.some((entry) => entry.attributes?.[id] === value))).toEqual([]);
  });
});

describe("the real page", () => {
  it("comes from the seed by a program", async () => {
    const at = realProject();
    const committed = at.read(PAGE);
    const retrieved = /^retrieved: (.*)$/m.exec(committed)?.[1] as string;
    at.remove(PAGE);
    const seed = join(repository, "tools/read/test/fixtures/text-flow/page.txt");
    const { exit, err } = await at.catalog(
      "pull",
      "end-user-flow-events",
      "--from",
      seed,
      "--published",
      "2025-05-07",
      "--retrieved",
      retrieved,
      ...CONFIG,
    );
    expect([exit, err]).toEqual([0, ""]);
    expect(at.read(PAGE)).toBe(committed);
  });

  it("gives the committed files, byte for byte", async () => {
    const at = realProject();
    expect((await at.catalog("generate", "--force", ...CONFIG)).exit).toBe(0);
    const generated = Object.entries(at.snapshot()).filter(
      ([file]) => file.startsWith("packages/") || /docs\/(ledger|places)\.json/.test(file),
    );
    expect(generated.length).toBeGreaterThan(10);
    for (const [file, text] of generated)
      expect([file, text === readFileSync(join(repository, file), "utf8")]).toEqual([file, true]);
  });

  const first = "| `client_started` |";
  it.each([
    ["a cell deleted", (page: string) => page.replace(/^(\| `client_started` \|).*$/m, "$1"), "row-too-narrow"],
    ["a cell added", (page: string) => page.replace(/^(\| `client_started` \|.*)$/m, "$1 more |"), "row-too-wide"],
    ["a value emptied", (page: string) => page.replace(first, "| |"), "empty-value"],
    [
      "a description emptied",
      (page: string) => page.replace(/^(\| `barcode_scanned` \|).*$/m, "$1 |"),
      "empty-description",
    ],
    [
      "two values glued",
      (page: string) => page.replace("`client_started`", "client_started intro_screen_shown"),
      "malformed-value",
    ],
    [
      "a header emptied",
      (page: string) => page.replace("| `state` value | Description |", "| | Description |"),
      "column-missing",
    ],
    ["a header row deleted", (page: string) => page.replace("| `state` value | Description |\n", ""), "table-missing"],
    [
      "a column deleted",
      (page: string) =>
        page.replace(/^\| (?:`state` value|`[a-z_]+`|---) \| (.*) \|$/gm, (row, rest: string) =>
          rest.includes(" | ") ? row : `| ${rest} |`,
        ),
      "column-missing",
    ],
    ["a table deleted", (page: string) => page.replace(/\| `state` value[\s\S]*?\n\n/, ""), "table-missing"],
    [
      "every row deleted",
      (page: string) => page.replace(/(\| `state` value .*\n\| --- \| --- \|\n)[\s\S]*?\n\n/, "$1\n"),
      "no-rows",
    ],
    [
      "a relation to nowhere",
      (page: string) => page.replace("| `flow_finished` |", "| `flow_ended` |"),
      "relation-unknown",
    ],
  ])("%s is refused at its place and changes no file", async (_, damage, rule) => {
    const at = realProject();
    await at.catalog("generate", ...CONFIG);
    const page = at.read(PAGE);
    expect(damage(page)).not.toBe(page);
    at.write(PAGE, damage(page));
    const before = at.snapshot();
    const { exit, err } = await at.catalog("generate", ...CONFIG);
    expect(err).toMatch(new RegExp(`end-user-flow-events\\.md(?::\\d+:\\d+)?  error ${rule}\\n`));
    expect(err).toContain("hint:");
    expect(exit).toBe(3);
    expect(at.snapshot()).toEqual(before);
  });

  it("takes a new row in the middle: one member more, and no other changed", async () => {
    const at = realProject();
    await at.catalog("generate", ...CONFIG);
    const before = catalogOf(at);
    const state = at.read("packages/events/src/generated/constants/state.ts");
    at.write(
      PAGE,
      at
        .read(PAGE)
        .replace(
          "| `qr_scan_screen_shown` |",
          "| `new_screen_shown` | A new screen is shown |\n| `qr_scan_screen_shown` |",
        ),
    );
    expect((await at.catalog("generate", ...CONFIG)).exit).toBe(0);
    const after = catalogOf(at);
    const others = after.vocabularies.state?.entries.filter(({ value }) => value !== "new_screen_shown");
    expect(others).toEqual(before.vocabularies.state?.entries);
    const added = at
      .read("packages/events/src/generated/constants/state.ts")
      .split("\n")
      .filter((line) => line.startsWith("export"));
    const kept = state.split("\n").filter((line) => line.startsWith("export"));
    expect(added.filter((line) => !kept.includes(line))).toEqual([expect.stringContaining("NewScreenShown")]);
    expect(kept.filter((line) => !added.includes(line))).toEqual([]);
  });

  it("sorted: no identifier changes", async () => {
    const at = realProject();
    await at.catalog("generate", ...CONFIG);
    const before = catalogOf(at);
    const page = at.read(PAGE);
    const rows = rowsUnder(page, "| `state` value");
    at.write(PAGE, page.replace(rows.join("\n"), [...rows].sort().join("\n")));
    expect((await at.catalog("generate", ...CONFIG)).exit).toBe(0);
    expect(namesOf(catalogOf(at), "state")).toEqual(expect.objectContaining(namesOf(before, "state")));
    expect([...namesOf(catalogOf(at), "state")].sort()).toEqual([...namesOf(before, "state")].sort());
  });
});
