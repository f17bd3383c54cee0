import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";

async function liveText(headers: Record<string, string>, query = ""): Promise<string> {
  const parts = partsWith();
  await parts.store.append([accepted(), accepted({ action: "submitted", code: 7002 }), accepted({ action: "what" })]);
  const response = await createApp(parts).request(`/api/live${query}`, { headers });
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  return response.text();
}

const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

describe("GET /api/live", () => {
  it("goes on after a position", async () => {
    expect(idsIn(await liveText({}, "?after=0"))).toEqual([1, 2, 3]);
    expect(idsIn(await liveText({}, "?after=2"))).toEqual([3]);
    expect(idsIn(await liveText({}))).toEqual([]);
  });

  it("goes on after the last event that a browser saw, whatever it first asked for", async () => {
    expect(idsIn(await liveText({ "last-event-id": "1" }, "?after=0"))).toEqual([2, 3]);
  });

  it("carries deliveries in words", async () => {
    const [, data] = /^data: (.*)$/m.exec(await liveText({}, "?after=2")) ?? [];
    expect(JSON.parse(data ?? "")).toMatchObject({
      position: 3,
      event: { action: { value: "what", title: "What", known: false } },
    });
  });
});
