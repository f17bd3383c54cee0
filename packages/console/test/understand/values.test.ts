import { describe, expect, it } from "vitest";
import type { SeenValue } from "../../src/store/event-store.ts";
import { unknownValues } from "../../src/understand/unknown-value.ts";
import { index, openView } from "../support/catalog.ts";

const at = Date.parse("2026-03-04T10:00:00Z");
const seen = (path: SeenValue["path"], value: string, firstAt = at): SeenValue => {
  return {
    path,
    value,
    firstAt,
    lastAt: firstAt + 86_400_000,
    deliveries: 7,
    examples: [{ sessionId: "session-1", at: firstAt }],
  };
};
const unknown = (...values: SeenValue[]) => unknownValues(values, openView, index);
const only = (value: SeenValue) => {
  const found = unknown(value);
  expect(found).toHaveLength(1);
  return found[0] as NonNullable<(typeof found)[0]>;
};

describe("unknown values", () => {
  it("are those that the catalog does not know at their place, the newest first", () => {
    const values = [
      seen("action", "started"),
      seen("code", "7001"),
      seen("feature", "selfid"),
      seen("state", "client_started"),
      seen("reason", "final_decision_received"),
      seen("state", "selfie_screen_shown"),
      seen("code", "7042", at + 1),
    ];
    expect(unknown(...values).map(({ path, value }) => [path, value])).toEqual([
      ["code", "7042"],
      ["state", "selfie_screen_shown"],
    ]);
  });

  it.each([
    ["", "(empty)"],
    [" \u00a0", "(blank)"],
    ["--", "--"],
    ["KYC_DONE", "Kyc done"],
    ["flow.step-2", "Flow step 2"],
  ])("have a title that can be read: %j", (value, title) => {
    expect(only(seen("state", value)).title).toBe(title);
  });

  it("come with their neighbours, a report and an overlay", () => {
    expect(only(seen("state", "portrait_screen_show"))).toMatchObject({
      vocabulary: "state",
      title: "Portrait screen show",
      firstAt: "2026-03-04T10:00:00.000Z",
      deliveries: 7,
      examples: [{ session: "session-1", sessionId: "session-1", at: "2026-03-04T10:00:00.000Z" }],
      closest: ["portrait_screen_shown"],
      knownAs: null,
      overlay: [
        "# An overlay adds to a value that a page documents: add the row to the page first.",
        "# Stage and lane are those of portrait_screen_shown, the closest known state: correct them.",
        "- vocabulary: state",
        '  value: "portrait_screen_show"',
        "  evidence: observed",
        "  attributes: { stage: capture, lane: main }",
        "  reason: Seen in event webhooks from 2026-03-04 to 2026-03-05, not documented so far.",
        "",
      ].join("\n"),
      report: [
        "## Undocumented value of `context.state`: `portrait_screen_show`",
        "",
        "Event webhooks carried this value 7 times, first on 2026-03-04 and last on 2026-03-05 (UTC).",
        "Version 1.0.0 of the catalog does not know it.",
        "Documented values that look like it: `portrait_screen_shown`.",
        "",
        "Please document what it means and when it is sent.",
        "",
        "The row that is missing:",
        "",
        "| `state` value | Description |",
        "| --- | --- |",
        "| `portrait_screen_show` | |",
        "",
      ].join("\n"),
    });
  });

  it("may be known elsewhere", () => {
    expect(only(seen("state", "quit_session_confirmed")).knownAs).toBe("reason");
    expect(only(seen("reason", "client_started")).knownAs).toBe("state");
    expect(only(seen("feature", "age_check"))).toMatchObject({ vocabulary: null, overlay: null, knownAs: null });
    expect(only(seen("code", "7003"))).toMatchObject({ vocabulary: null, overlay: null });
    expect(only(seen("action", "flow_paused"))).toMatchObject({ vocabulary: "event" });
  });

  it("cannot leave their code span or their scalar", () => {
    const hostile = 'a`` | b\n- vocabulary: state\u2028"; \u0085<script>\u0007';
    const { report, overlay } = only(seen("state", hostile));
    expect(only(seen("action", "`a".repeat(200_000))).report).toContain("`` `a`a");
    expect(report).toContain('```a`` \\| b - vocabulary: state ";  <script> ```');
    expect(report.split("\n")).toHaveLength(only(seen("state", "harmless")).report.split("\n").length);
    const scalar = /^ {2}value: (".*")$/m.exec(overlay ?? "")?.[1] ?? "";
    expect(scalar).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(scalar)).toBe(hostile);
    expect(overlay?.split("\n").filter((line) => line.startsWith("- vocabulary"))).toHaveLength(1);
  });

  it("of any length cost little", () => {
    expect(only(seen("state", "x".repeat(1_000_000))).closest).toEqual([]);
  });
});
