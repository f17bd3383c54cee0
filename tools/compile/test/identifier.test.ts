import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identifierOf } from "../src/identifier.ts";
import { readable } from "../src/words.ts";

describe("identifierOf", () => {
  it.each([
    ["client_started", "ClientStarted"],
    ["GUILD_UPDATE", "GuildUpdate"],
    ["db.client.connection.state", "DbClientConnectionState"],
    ["Heartbeat ACK", "HeartbeatAck"],
    ["XMLHttpRequest", "XmlHttpRequest"],
    ["1st", "_1st"],
    ["1.0", "_1_0"],
    ["10", "_10"],
    ["-1", "_1"],
    ["NaN", "_NaN"],
    ["infinity", "_Infinity"],
    ["class", "Class"],
    ["__proto__", "Proto"],
    ["constructor", "Constructor"],
    ["état", "Etat"],
    ["日本", "U65e5u672c"],
    ["🙂", "U1F642"],
    ["\u200f", "U200F"],
    ["", "Empty"],
  ])("%j makes %s", (text, name) => {
    expect(identifierOf(text)).toBe(name);
  });

  it("is an ASCII identifier that an enum takes, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const name = identifierOf(text);
        expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,79}$/);
        expect(["NaN", "Infinity"]).not.toContain(name);
      }),
      { numRuns: 5_000 },
    );
  });

  it("keeps a long text apart from others that begin alike", () => {
    const long = "a_very_long_value_".repeat(600);
    expect(identifierOf(`${long}x`)).not.toBe(identifierOf(`${long}y`));
    expect(identifierOf(long).length).toBeLessThanOrEqual(80);
  });
});

describe("readable", () => {
  it.each([
    ["client_started", "Client started"],
    ["GUILD_UPDATE", "Guild update"],
    ["GET", "GET"],
    ["1.0", "1.0"],
    ["Heartbeat ACK", "Heartbeat ACK"],
    ["7007", "7007"],
    ["___", "___"],
  ])("%j reads %j", (value, title) => {
    expect(readable(value)).toBe(title);
  });
});
