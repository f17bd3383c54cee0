import { createHash } from "node:crypto";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AcceptedDelivery } from "../../src/flow/delivery.ts";
import { type ExportFormat, exportTo } from "../../src/transfer/export.ts";
import { importFrom } from "../../src/transfer/import.ts";
import { collect, numbers } from "../store/numbers.ts";
import { accepted, flows, quarantined, rejected } from "../store/samples.ts";
import { memoryStore } from "../support/memory-store.ts";

async function exported(deliveries: readonly AcceptedDelivery[], format: ExportFormat): Promise<string> {
  const store = memoryStore();
  await store.append([rejected(), ...deliveries, quarantined()]);
  const target = new PassThrough();
  const bytes = buffer(target);
  expect(await exportTo(store, target, { format })).toBe(deliveries.length);
  target.end();
  return (await bytes).toString("utf8");
}

const isAccepted = (one: { readonly verdict: string }): one is AcceptedDelivery => one.verdict === "accepted";
/** Which secret made the signature is not exported. */
const sample = flows(700)
  .filter(isAccepted)
  .map((one): AcceptedDelivery => ({ ...one, secretId: null }));

describe("JSON Lines", () => {
  it("bring every delivery into another store as it was", async () => {
    const store = memoryStore();
    const progress: number[] = [];
    const lines = await exported(sample, "jsonl");
    const result = await importFrom(store, Readable.from([lines]), { onProgress: (kept) => progress.push(kept) });
    expect(result).toEqual({ kept: sample.length, refused: 0, problems: [] });
    expect(progress.at(-1)).toBe(sample.length);
    const kept = await collect(store.exportDeliveries());
    expect(kept.map(({ position, ...delivery }) => delivery)).toEqual(sample);
  });

  it("hold any bytes and any texts, however the stream is cut", async () => {
    const text = fc.string({ unit: "binary" });
    const delivery = fc
      .record({ sessionId: text, vendorData: fc.option(text), body: fc.uint8Array() })
      .map(({ body, ...facts }): AcceptedDelivery => {
        const digest = createHash("sha256").update(body).digest("hex");
        return { ...accepted(facts), secretId: null, body, size: body.length, digest };
      });
    await fc.assert(
      fc.asyncProperty(fc.array(delivery, { maxLength: 5 }), fc.integer({ min: 1, max: 50 }), async (list, size) => {
        const bytes = Buffer.from(await exported(list, "jsonl"));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, index * size + size),
        );
        const store = memoryStore();
        expect(await importFrom(store, Readable.from(pieces))).toMatchObject({ kept: list.length, problems: [] });
        const kept = await collect(store.exportDeliveries());
        expect(kept.map(({ position, ...one }) => one)).toEqual(list);
      }),
    );
  });

  it("say how many lines are taken in when they are stopped, so that the rest can follow", async () => {
    const lines = (await exported(sample, "jsonl")).split(/(?<=\n)/);
    const stopping = new AbortController();
    const store = memoryStore();
    let done = 0;
    const onProgress = (_kept: number, _refused: number, taken: number) => {
      done = taken;
      stopping.abort();
    };
    const stopped = importFrom(store, Readable.from(["\n", ...lines]), { onProgress, signal: stopping.signal });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
    expect([done, await store.head()]).toEqual([501, 500]);
    await importFrom(store, Readable.from(["\n", ...lines].slice(done)));
    const kept = await collect(store.exportDeliveries());
    expect(kept.map(({ position, ...delivery }) => delivery)).toEqual(sample);
  });

  it("say nothing of the secret, and their import is no use of one", async () => {
    const lines = await exported([{ ...accepted(), secretId: 12_345_678 }], "jsonl");
    expect(lines).not.toMatch(/secret|12345678/i);
    const store = memoryStore();
    await importFrom(store, Readable.from([lines]));
    expect(await store.delivery(1)).toMatchObject({ secretId: null });
    expect(await store.secrets()).toEqual([]);
  });

  it("imported twice are kept twice, and count once", async () => {
    const store = memoryStore();
    const lines = await exported(sample, "jsonl");
    await importFrom(store, Readable.from([lines]));
    const before = await numbers(store);
    await importFrom(store, Readable.from([lines]));
    const after = await numbers(store);
    expect(after.counts).toEqual(before.counts);
    expect(after.sessions.map(({ deliveries }) => deliveries)).toEqual(
      before.sessions.map(({ deliveries }) => 2 * deliveries),
    );
  });

  it("are refused line by line, with what is wrong, and without a value", async () => {
    const [line = ""] = (await exported([accepted({ vendorData: "secret-of-a-person" })], "jsonl")).split("\n");
    const json = JSON.parse(line);
    const broken: readonly (readonly [string | Buffer, readonly string[]])[] = [
      ["{", ["It is not JSON."]],
      ["[]", ["It is not a JSON object."]],
      [Buffer.from([0x22, 0xff, 0x22]), ["It is not UTF-8."]],
      [`"${"x".repeat(5 * 2 ** 20)}"`, ["It is longer than 4194304 bytes."]],
      [JSON.stringify({ ...json, receivedAt: "yesterday" }), ["receivedAt has to be"]],
      [JSON.stringify({ ...json, receivedAt: "2026-01-01" }), ["receivedAt has to be"]],
      [JSON.stringify({ ...json, body: `${json.body} ` }), ["digest is not that of the body"]],
      [JSON.stringify({ ...json, body: undefined, bodyBase64: "%" }), ["body has to be"]],
      [JSON.stringify({ ...json, event: null }), ["event has to be"]],
      [
        JSON.stringify({ ...json, event: { ...json.event, code: "7001", vendorData: 5 } }),
        ["event.code has to be", "event.vendorData has to be"],
      ],
      [
        JSON.stringify({ ...json, headers: { a: 1 }, warnings: [{}], catalogVersion: 1, digest: "x" }),
        ["headers has to be", "digest has to be", "warnings has to be", "catalogVersion has to be"],
      ],
    ];
    const newline = Buffer.from("\n");
    const file = Buffer.concat(
      [line, ...broken.map(([text]) => text), "", line].flatMap((text) => [Buffer.from(text), newline]),
    );
    const store = memoryStore();
    const result = await importFrom(store, Readable.from([file]));
    expect(result).toMatchObject({ kept: 2, refused: broken.length });
    for (const [index, [, messages]] of broken.entries()) {
      const own = result.problems.filter(({ line: number }) => number === index + 2);
      expect(own).toHaveLength(messages.length);
      for (const [at, message] of messages.entries()) expect(own[at]?.message).toContain(message);
    }
    expect(JSON.stringify(result)).not.toContain("secret-of-a-person");
  });
});

describe("CSV", () => {
  it("has a line for each delivery, in the order of positions", async () => {
    const lines = (await exported(sample, "csv")).split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFFposition,received_at,session_id,/);
    expect(lines).toHaveLength(sample.length + 2);
    expect(lines[1]).toContain(`,${sample[0]?.event.sessionId},`);
  });

  it("quotes what it has to, and lets nothing run as a formula", async () => {
    for (const vendorData of ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "|x"]) {
      expect(await exported([accepted({ vendorData })], "csv")).toContain(`'${vendorData}`);
    }
    expect(await exported([accepted({ vendorData: 'a"b,c\nd' })], "csv")).toContain(',"a""b,c\nd",');
    expect(await exported([accepted({ code: -1 })], "csv")).toContain(",-1,");
  });
});

describe("an export", () => {
  it("waits for a slow target, and ends where it ends", async () => {
    const store = memoryStore();
    await store.append(flows(3_000));
    const target = new PassThrough({ highWaterMark: 1024 });
    const exporting = exportTo(store, target, { format: "jsonl" });
    target.once("readable", () => target.destroy(new Error("the pipe is closed")));
    await expect(exporting).rejects.toThrow("the pipe is closed");
  });

  it("ends when it is stopped", async () => {
    const store = memoryStore();
    await store.append(sample);
    const stopped = exportTo(store, new PassThrough(), { format: "jsonl", signal: AbortSignal.abort() });
    await expect(stopped).rejects.toMatchObject({ name: "AbortError" });
  });

  it("goes on after a position", async () => {
    const store = memoryStore();
    const positions = await store.append(sample.slice(0, 10));
    const target = new PassThrough();
    const bytes = buffer(target);
    expect(await exportTo(store, target, { format: "jsonl", after: positions[6] as number })).toBe(3);
    target.end();
    expect((await bytes).toString().split("\n")).toHaveLength(4);
  });
});
