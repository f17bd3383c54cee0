import { describe, expect, it } from "vitest";
import { project } from "./project.ts";

describe("catalog explain", () => {
  it("says what a value means in each vocabulary that has it, and where it stands", async () => {
    const { exit, out } = await project().catalog("explain", "mobile_handover_screen_shown");
    expect(exit).toBe(0);
    expect(out).toContain("mobile_handover_screen_shown  reason  Mobile handover screen shown");
    expect(out).toContain("mobile_handover_screen_shown  state  Mobile handover screen shown");
    expect(out).toMatch(/FlowReason\.MobileHandoverScreenShown/);
    expect(out).toMatch(/flow_cancelled/);
    expect(out).toMatch(/docs\/sources\/end-user-flow-events\.md:\d+:\d+/);
  });

  it("finds an event by its code, and says that it is observed", async () => {
    const { out } = await project().catalog("explain", "7010");
    expect(out).toContain("flow_cancelled  event");
    expect(out).toContain("observed in two independent integrations");
    expect(out).toContain("quit_session_confirmed");
  });

  it("answers as JSON", async () => {
    const { out } = await project().catalog("explain", "consent_screen_shown", "--json");
    const { found } = JSON.parse(out);
    expect(found).toEqual([
      expect.objectContaining({ vocabulary: "state", name: "FlowState.ConsentScreenShown", since: "2025-05-07" }),
    ]);
    expect(found[0].places).toHaveLength(2);
  });

  it("says no to a value that nobody knows, and names what is near", async () => {
    const { exit, err } = await project().catalog("explain", "client_startet");
    expect([exit, err]).toEqual([1, 'No vocabulary has the value "client_startet". Did you mean client_started?\n']);
  });
});

describe("catalog tables", () => {
  it("lists the tables of a page by its id", async () => {
    const { exit, out } = await project().catalog("tables", "end-user-flow-events");
    expect(exit).toBe(0);
    expect(out).toContain("3 tables");
    expect(out).toContain("state value | Description");
  });

  it("refuses a page that is not there", async () => {
    const { exit, err } = await project().catalog("tables", "nowhere");
    expect([exit, err]).toEqual([2, expect.stringContaining("event-webhook")]);
  });
});
