import { once } from "node:events";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { brotliCompressSync, createGzip, gzipSync } from "node:zlib";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  type FetchError,
  type FetchErrorCode,
  type FetchOptions,
  fetchPage,
  type Progress,
} from "../../src/fetch/fetch-page.ts";
import { page, refusal, testClock } from "./fetching.ts";
import { answer, nobody, rawSite, site } from "./site.ts";

interface Case {
  readonly name: string;
  readonly start: () => Promise<string>;
  readonly code: FetchErrorCode;
  readonly family: FetchError["family"];
  readonly says: string;
  /** Default: every try that the limits allow. */
  readonly tries?: number;
  readonly limits?: FetchOptions["limits"];
}

const cases: readonly Case[] = [
  {
    name: "nobody listens",
    start: nobody,
    code: "connection-failed",
    family: "unreachable",
    says: "the server refused the connection (2 tries)",
  },
  {
    name: "a host that does not exist",
    start: async () => "http://no-such-host.invalid/page",
    code: "host-unknown",
    family: "unreachable",
    says: "host",
  },
  {
    name: "a connection reset before the answer",
    start: () => rawSite((socket) => socket.resetAndDestroy()),
    code: "connection-lost",
    family: "unreachable",
    says: "the server closed the connection without an answer (2 tries)",
  },
  {
    name: "a connection closed before the answer",
    start: () => rawSite((socket) => socket.end()),
    code: "connection-lost",
    family: "unreachable",
    says: "the server closed the connection without an answer (2 tries)",
  },
  {
    name: "a server that never answers",
    start: () => serve(() => {}),
    limits: { answerMs: 50 },
    code: "no-answer",
    family: "unreachable",
    says: "the server did not answer within 50 ms (2 tries)",
  },
  {
    name: "a server that stops within its headers",
    start: () => rawSite((socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n")),
    limits: { answerMs: 50 },
    code: "no-answer",
    family: "unreachable",
    says: "the server did not answer within 50 ms (2 tries)",
  },
  {
    name: "headers, then silence",
    start: () => serve((_, response) => response.writeHead(200, { "content-type": "text/html" }).flushHeaders()),
    limits: { idleMs: 50 },
    code: "stalled",
    family: "unreachable",
    says: "nothing came for 50 ms after 0 bytes (2 tries)",
  },
  {
    name: "half a body, then silence",
    start: () => serve((_, response) => response.writeHead(200, { "content-type": "text/html" }).write("<p>Half a")),
    limits: { idleMs: 50 },
    code: "stalled",
    family: "unreachable",
    says: "nothing came for 50 ms after 9 bytes (2 tries)",
  },
  {
    name: "a body that drips for ever",
    start: () => serve(drip((response) => response.write("x"))),
    limits: { totalMs: 150 },
    code: "too-slow",
    family: "unreachable",
    says: "it took longer than 150 ms altogether",
    tries: 1,
  },
  {
    name: "a packed body that drips for ever",
    start: () => {
      const gzip = gzipSync(Buffer.alloc(100_000), { level: 0 });
      let at = 0;
      return serve(drip((response) => response.write(gzip.subarray(at, ++at)), { "content-encoding": "gzip" }));
    },
    limits: { totalMs: 150 },
    code: "too-slow",
    family: "unreachable",
    says: "it took longer than 150 ms altogether",
    tries: 1,
  },
  {
    name: "interim answers for ever",
    start: () => serve(drip((response) => response.writeProcessing(), null)),
    limits: { answerMs: 100 },
    code: "no-answer",
    family: "unreachable",
    says: "the server did not answer within 100 ms",
  },
  {
    name: "fewer bytes than announced",
    start: () => rawSite((socket) => socket.end(head("content-length: 1000") + page)),
    code: "cut-short",
    family: "unreachable",
    says: `its body ends too early, after ${page.length} bytes of 1000 bytes (2 tries)`,
  },
  {
    name: "more bytes than announced",
    start: () => rawSite((socket) => socket.end(head("content-length: 100") + page)),
    code: "cut-short",
    family: "unreachable",
    says: "the server sent more than it had announced (2 tries)",
  },
  {
    name: "a chunked body without its end",
    start: () => rawSite((socket) => socket.end(`${head("transfer-encoding: chunked")}5\r\n<p>Ha\r\n`)),
    code: "cut-short",
    family: "unreachable",
    says: "its body ends too early, after 5 bytes (2 tries)",
  },
  {
    name: "a chunk that is none",
    start: () => rawSite((socket) => socket.end(`${head("transfer-encoding: chunked")}5\r\n<p>Ha\r\nnonsense\r\n`)),
    code: "cut-short",
    family: "unreachable",
    says: "its body stops being HTTP",
  },
  {
    name: "half of a packed body",
    start: () => serve(answer(gzipSync(page).subarray(0, 60), { "content-encoding": "gzip" })),
    code: "cut-short",
    family: "unreachable",
    says: "its body ends too early, after 60 bytes (2 tries)",
  },
  {
    name: "half of a page without any length",
    start: () => rawSite((socket) => socket.end(head() + page.slice(0, 150))),
    code: "cut-short",
    family: "unreachable",
    says: "it breaks off before its closing tag (2 tries)",
  },
  {
    name: "something that is not HTTP",
    start: () => rawSite((socket) => socket.end("220 mail.example.com ESMTP\r\n")),
    code: "not-http",
    family: "unreachable",
    says: "the answer is not valid HTTP",
    tries: 1,
  },
  {
    name: "two lengths",
    start: () => rawSite((socket) => socket.end(`${head("content-length: 5\r\ncontent-length: 6")}hello`)),
    code: "not-http",
    family: "unreachable",
    says: "the answer is not valid HTTP",
    tries: 1,
  },
  {
    name: "another protocol",
    start: () =>
      rawSite((socket) => socket.write("HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n")),
    code: "not-http",
    family: "unreachable",
    says: "the server wants to speak something else than HTTP",
    tries: 1,
  },
  {
    name: "headers without end",
    start: () => serve(answer("", { "x-filler": "x".repeat(20_000) })),
    code: "not-http",
    family: "unreachable",
    says: "the answer is not valid HTTP (HPE_HEADER_OVERFLOW)",
    tries: 1,
  },
  {
    name: "a huge body that says so",
    start: () => rawSite((socket) => socket.write(head("content-length: 99999999"))),
    limits: { bytes: 10_000 },
    code: "too-large",
    family: "refused",
    says: "it is larger than 9.8 KiB",
  },
  {
    name: "a huge body that does not say so",
    start: () => serve((_, response) => void endless().pipe(response)),
    limits: { bytes: 10_000 },
    code: "too-large",
    family: "refused",
    says: "it is larger than 9.8 KiB",
  },
  {
    name: "a small body that unpacks without end",
    start: () =>
      serve((_, response) => {
        response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
        endless().pipe(createGzip()).pipe(response);
      }),
    limits: { bytes: 1_000_000 },
    code: "too-large",
    family: "refused",
    says: "it is larger than 976.6 KiB",
  },
  {
    name: "a packed body whose length is small and content huge",
    start: () => {
      const bomb = brotliCompressSync(Buffer.alloc(20 << 20));
      return serve(answer(bomb, { "content-encoding": "br", "content-length": String(bomb.length) }));
    },
    limits: { bytes: 1_000_000 },
    code: "too-large",
    family: "refused",
    says: "it is larger than 976.6 KiB",
  },
  {
    name: "a packed body that is huge and unpacks to nothing",
    start: () => serve(answer(Buffer.concat(Array(1000).fill(gzipSync(""))), { "content-encoding": "gzip" })),
    limits: { bytes: 10_000 },
    code: "too-large",
    family: "refused",
    says: "it is larger than 9.8 KiB",
  },
  {
    name: "a packed body that is not packed",
    start: () => serve(answer(page, { "content-encoding": "gzip" })),
    code: "content-encoding",
    family: "refused",
    says: "its body cannot be unpacked",
  },
  {
    name: "a packing that nobody asked for",
    start: () => serve(answer(page, { "content-encoding": "compress" })),
    code: "content-encoding",
    family: "refused",
    says: 'its body is packed as "compress", which was not asked for',
  },
  {
    name: "packed twice",
    start: () => serve(answer(gzipSync(gzipSync(page)), { "content-encoding": "gzip, gzip" })),
    code: "content-encoding",
    family: "refused",
    says: 'its body is packed as "gzip, gzip"',
  },
  {
    name: "an empty body",
    start: () => serve(answer("")),
    code: "empty",
    family: "refused",
    says: "its body is empty",
  },
  {
    name: "an empty body that says it is packed",
    start: () => serve(answer("", { "content-encoding": "gzip" })),
    code: "empty",
    family: "refused",
    says: "its body is empty",
  },
  {
    name: "white space only",
    start: () => serve(answer(" \r\n\t\n")),
    code: "empty",
    family: "refused",
    says: "its body is nothing but white space",
  },
];

test.for(cases)("$name: $code", async ({ start, code, family, says, tries, limits }) => {
  const url = await start();
  const allowed = family === "unreachable" ? 2 : 1;
  const clock = { ...testClock(), now: Date.now };
  const error = await refusal(url, { clock, limits: { retries: 1, ...limits } });
  expect({ code: error.code, family: error.family }).toEqual({ code, family });
  expect(error.message).toContain(says);
  expect(error.message).toMatch(family === "refused" ? /^Refused http/ : /^Could not look at http/);
  expect(error.hint).toMatch(/\.$/);
  expect(error.tries).toBe(tries ?? allowed);
});

test("a connection reset within the body: connection-lost", async () => {
  let socket: Socket | undefined;
  const url = await rawSite((opened) => {
    socket = opened;
    socket.write(`${head("content-length: 1000")}<p>Half a`);
  });
  // Reset only when the first half has come, so that the reset cannot overtake it.
  const reset = ({ phase }: Progress) => phase === "receiving" && socket?.resetAndDestroy();
  const error = await refusal(url, { onProgress: reset, limits: { retries: 1 } });
  expect(error).toMatchObject({ code: "connection-lost", family: "unreachable", tries: 2 });
  expect(error.message).toContain("the connection broke after 9 bytes of 1000 bytes (2 tries)");
});

test("a slow body is the page as long as no silence in it is too long", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const parts = page.split(/(?<=\n)/).map((part) => `${part.length.toString(16)}\r\n${part}\r\n`);
  let socket: Socket | undefined;
  const url = await rawSite((opened) => {
    socket = opened;
    socket.write(head("transfer-encoding: chunked") + parts.shift());
  });
  const onProgress = ({ phase }: Progress) => {
    if (phase !== "receiving") return;
    vi.advanceTimersByTime(9_000);
    socket?.write(parts.shift() ?? "0\r\n\r\n");
  };
  const limits = { idleMs: 10_000, totalMs: 1_000_000 };
  expect(await fetchPage(url, { onProgress, limits })).toMatchObject({ kind: "page", text: page });
  expect(parts).toEqual([]);
});

test.for([
  ["too much comes", 200, {}],
  ["too much is announced", 200, { "content-length": "99999999" }],
  ["its status says no", 404, {}],
  ["it redirects elsewhere", 302, { location: "file:///page" }],
  ["it redirects in a circle", 302, { location: "/page" }],
] as const)("a server is let go as soon as %s", async ([, status, headers]) => {
  const closed: Promise<unknown>[] = [];
  const zeros = await site((_, response) => {
    closed.push(once(response, "close"));
    response.writeHead(status, { "content-type": "text/html", ...headers });
    endless().pipe(response);
  });
  const error = await refusal(zeros.url(), { limits: { bytes: 1000 } });
  expect(error.family).toBe("refused");
  expect(await Promise.all(closed)).toHaveLength(1);
});

test.for([
  ["a page", async () => (await site(answer(page))).url()],
  ["an error", nobody],
  ["half a body", () => rawSite((socket) => socket.end(head("content-length: 1000") + page))],
] as const)("no timer is left running after %s", async ([, start]) => {
  const url = await start();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  await fetchPage(url, { clock: testClock(), limits: { retries: 0 } }).catch(() => {});
  // What is closed is told of its end a moment after.
  await new Promise(setImmediate);
  expect(vi.getTimerCount()).toBe(0);
});

test("every try and every wait together keep to the one limit", async () => {
  const busy = await site((_, response) => response.writeHead(503).end());
  const clock = testClock();
  const error = await refusal(busy.url(), { clock, limits: { retries: 1000, totalMs: 30_000 } });
  const waited = clock.slept.reduce((sum, ms) => sum + ms, 0);
  expect(error.code).toBe("server-error");
  expect(waited).toBeLessThan(30_000);
  expect(error.tries).toBe(clock.slept.length + 1);
});

test.for([
  ["nothing", {}],
  ["chunks", { "transfer-encoding": "chunked" }],
])("a whole page with %s to tell its length is the page", async ([, headers]) => {
  const whole =
    Object.keys(headers as object).length === 0
      ? await rawSite((socket) => socket.end(head() + page))
      : await serve((_, response) => {
          response.writeHead(200, { "content-type": "text/html" });
          for (const line of page.split(/(?<=\n)/)) response.write(line);
          response.end();
        });
  expect(await fetchPage(whole)).toMatchObject({ kind: "page", text: page });
});

test.for(["gzip", "x-gzip", "br", "identity"])("a body packed with %s is unpacked", async (packing) => {
  const packed = packing === "br" ? brotliCompressSync(page) : packing === "identity" ? page : gzipSync(page);
  const url = await serve(answer(packed, { "content-encoding": packing }));
  expect(await fetchPage(url)).toMatchObject({ kind: "page", text: page });
});

function endless(): Readable {
  const zeros = Buffer.alloc(64 << 10);
  return new Readable({
    read() {
      this.push(zeros);
    },
  });
}

async function serve(listener: RequestListener): Promise<string> {
  return (await site(listener)).url();
}

function head(...headers: readonly string[]): string {
  return ["HTTP/1.1 200 OK", "content-type: text/html", ...headers, "", ""].join("\r\n");
}

/** Says a little every few milliseconds, for as long as anybody listens. */
function drip(
  say: (response: Parameters<RequestListener>[1]) => void,
  headers: Readonly<Record<string, string>> | null = { "content-type": "text/html" },
): RequestListener {
  return (_, response) => {
    if (headers !== null) response.writeHead(200, headers).flushHeaders();
    const timer = setInterval(() => say(response), 5);
    response.on("close", () => clearInterval(timer));
  };
}
