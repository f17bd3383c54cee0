import { describe, expect, it } from "vitest";
import { realProject } from "./project.ts";

const CONFIG = ["--config", "docs/catalog.config.ts"];
const PAGE = "docs/sources/end-user-flow-events.md";

describe("catalog verify", () => {
  it("proves every row of the real pages", async () => {
    const at = realProject();
    await at.catalog("generate", ...CONFIG);
    const { exit, out } = await at.catalog("verify", ...CONFIG);
    // 6 events, 8 reasons and 84 states, of which one stands twice with the same text.
    expect([exit, out]).toEqual([0, "Proven   97 rows of 2 pages stand where the catalog says\n"]);
  });

  it.each([
    [
      "a text changed",
      (page: string) =>
        page.replace("The QR", "A QR").replace("The screen to scan the QR-code", "A screen to scan the QR-code"),
    ],
    ["a row moved", (page: string) => page.replace("| `client_started`", "| `new_one` | New |\n| `client_started`")],
  ])("notices %s since", async (_, change) => {
    const at = realProject();
    await at.catalog("generate", ...CONFIG);
    at.write(PAGE, change(at.read(PAGE)));
    const { exit, err } = await at.catalog("verify", ...CONFIG);
    expect(exit).toBe(1);
    expect(err).toContain("unproven  state");
  });
});
