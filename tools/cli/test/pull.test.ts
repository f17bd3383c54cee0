import { describe, expect, it } from "vitest";
import { realProject } from "./project.ts";

const CONFIG = ["--config", "docs/catalog.config.ts"];

describe("catalog pull", () => {
  it.each([
    ["a file without the page that it is for", ["--from", "page.md"], 2, "--from needs the one page"],
    ["a page that there is not", ["nowhere", "--from", "page.md"], 2, 'There is no page "nowhere"'],
    [
      "a day that there is not",
      ["event-webhook", "--from", "page.md", "--published", "2026-02-30"],
      2,
      "a day of the calendar",
    ],
    ["a page without its tables", ["event-webhook", "--from", "page.md"], 3, "error table-missing"],
  ])("refuses %s, and writes nothing", async (_, argv, code, said) => {
    const at = realProject();
    at.write("page.md", "# Event webhook\n\nAn event tells that nothing is here any more.\n");
    const before = at.snapshot();
    const { exit, err } = await at.catalog("pull", ...argv, ...CONFIG);
    expect([exit, err]).toEqual([code, expect.stringContaining(said)]);
    expect(at.snapshot()).toEqual(before);
  });

  it.each([
    ["Windows-1252", Buffer.from("# An event\x92s webhook\n", "latin1"), "1:11", "Found the byte 0x92"],
    ["UTF-16", Buffer.from("\uFEFF# An event\u2019s webhook\n", "utf16le"), "1:1", "Found UTF-16"],
  ])("refuses a file in %s, and writes nothing", async (_, bytes, place, said) => {
    const at = realProject();
    at.write("page.md", bytes);
    const before = at.snapshot();
    const pulled = await at.catalog("pull", "event-webhook", "--from", "page.md", ...CONFIG);
    expect(pulled).toMatchObject({
      exit: 3,
      err: expect.stringContaining(`page.md:${place}  error not-utf-8\n  ${said}`),
    });
    expect(await at.catalog("tables", "page.md")).toEqual(pulled);
    const replayed = await at.catalog("replay", "--page", "event-webhook", "page.md", ...CONFIG);
    expect(replayed.out).toContain(`page.md:${place} not-utf-8: ${said}`);
    expect(at.snapshot()).toEqual(before);
  });

  it("does not turn a file of another kind into Markdown", async () => {
    const at = realProject();
    at.write("docs/flow.txt", "text");
    at.write(
      "docs/catalog.config.ts",
      at.read("docs/catalog.config.ts").replace("sources/end-user-flow-events.md", "flow.txt"),
    );
    const { exit, err } = await at.catalog("pull", "end-user-flow-events", "--from", "docs/flow.txt", ...CONFIG);
    expect([exit, err]).toEqual([2, expect.stringContaining("is flow.txt")]);
    expect(at.read("docs/flow.txt")).toBe("text");
  });
});
