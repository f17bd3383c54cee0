import { catalog } from "@flow-catalog/catalog";
import { describe, expect, it } from "vitest";
import { indexCatalog } from "../../src/understand/catalog-index.ts";
import { outcomeInWords } from "../../src/understand/outcome.ts";

const index = indexCatalog(catalog, "1.0.0");
const sentence = (action: string, reason: string | null = null, state: string | null = null) =>
  outcomeInWords({ feature: null, seen: 1, action, reason, state }, index).sentence;

describe("an outcome in a sentence", () => {
  it.each([
    [
      ["flow_cancelled", "consent_screen_cancel_pressed", "consent_screen_cancel_pressed"],
      'Cancelled at the consent screen: the end-user clicked on the Cancel button on "consent screen".',
    ],
    [["flow_cancelled", null, "media_permissions_blocked"], 'Cancelled at "Media permissions blocked".'],
    [["flow_cancelled", "mobile_handover_screen_shown"], "Cancelled: mobile handover screen shown."],
    [["flow_finished", null, "finished_screen_shown"], "Finished at the finished screen."],
    [
      ["waiting_complete", "final_decision_received"],
      "Waited for the decision, and the wait ended: session got a final decision.",
    ],
    [["started"], "Started; no later event has arrived."],
    [["submitted"], "Submitted; no later event has arrived."],
    [
      ["flow_cancelled", "bored_stiff", "dance_screen_shown"],
      'Cancelled at "Dance screen shown", which the catalog does not know: "Bored stiff", which the catalog does not know.',
    ],
    [["flow_paused"], 'Event "Flow paused", which the catalog does not know.'],
  ] as const)("%j", ([action, reason, state], expected) => {
    expect(sentence(action, reason, state)).toBe(expected);
  });

  it("says of every known state where it stands", () => {
    for (const { value } of catalog.vocabularies.state?.entries ?? []) {
      expect(sentence("flow_cancelled", null, String(value))).toMatch(
        /^Cancelled at (?:the [a-z ]+ screen|"[A-Z][\w -]+")\.$/,
      );
    }
  });
});
