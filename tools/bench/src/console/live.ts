import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { duration, memory } from "../format.ts";
import type { Suite } from "../suite.ts";
import { signedRequests } from "./http/events.ts";
import { buildConsole, sendFrom } from "./http/program.ts";
import type { Found, ReadersTask } from "./http/readers.ts";
import { postgresServer, type Server, sqliteServer } from "./http/server.ts";

const READERS = 1_000;
const WRITERS = 16;
const RATE = 20;
const SECONDS = 60;
const MEAN_SECONDS = 15;

/** A thousand people look on, come and go: does each see everything once? */
export const consoleLive: Suite = {
  name: "console-live",
  onlyByName: true,
  async run(say) {
    await buildConsole();
    const rows: string[][] = [];
    for (const open of [sqliteServer, postgresServer]) {
      const server = await open();
      try {
        say(`${server.name}: ${READERS} readers for ${SECONDS} s`);
        rows.push(await measure(server));
      } finally {
        await server.close();
      }
    }
    return {
      title: "Looking on, live",
      method: [
        `${READERS} readers of the live stream, in a process of their own, and ${WRITERS} connections that post ${RATE} events a second for ${SECONDS} s, in another.`,
        `Each reader breaks off at random, after ${MEAN_SECONDS} s on average, and comes again with the id of the last event that it saw whole, as browsers do.`,
        "At the end every reader must have seen every delivery, once and in order. The time is from the arrival at the console to the reader.",
      ],
      tables: [
        {
          caption: "What they saw",
          columns: ["store", "deliveries", "connections", "missed", "repeated", "p50", "p99", "slowest", "peak memory"],
          rows,
        },
      ],
    };
  },
};

async function measure(server: Server): Promise<string[]> {
  // One delivery before, so that there is a place to begin after.
  const first = await fetch(server.webhookUrl, firstPost(new URL(server.webhookUrl)));
  if (first.status !== 200) throw new Error(`The first delivery was answered ${first.status}`);
  const after = await headOf(server);
  const task: ReadersTask = { url: server.url, readers: READERS, after, meanSeconds: MEAN_SECONDS };
  const readers = spawn(process.execPath, [join(import.meta.dirname, "http/readers.ts"), JSON.stringify(task)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const output = text(readers.stdout);
  await sleep(3_000);
  const sent = await sendFrom({ url: server.webhookUrl, run: 77, connections: WRITERS, seconds: SECONDS, rate: RATE });
  readers.stdin.end(String(await headOf(server)));
  const { readers: seen, connects, lags }: Found = JSON.parse(await output);
  const deliveries = sent.answers[200] ?? 0;
  const missed = seen.reduce((sum, one) => sum + Math.max(0, deliveries - one.seen), 0);
  const repeated = seen.reduce((sum, one) => sum + one.disorder, 0);
  const sums = new Set(seen.map(({ sum }) => sum));
  if (sums.size !== 1 && missed === 0 && repeated === 0) throw new Error("The readers saw different deliveries");
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (share: number) => duration(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return [
    server.name,
    String(deliveries),
    String(connects),
    String(missed),
    String(repeated),
    at(0.5),
    at(0.99),
    at(1),
    memory(server.peak()),
  ];
}

function firstPost(url: URL): RequestInit {
  const request = signedRequests(url, 1, 78)[0]!.toString();
  const [head = "", body = ""] = request.split("\r\n\r\n");
  return { method: "POST", body, headers: { "x-hmac-signature": /x-hmac-signature: (\w+)/.exec(head)?.[1] ?? "" } };
}

async function headOf({ url }: Server): Promise<number> {
  const status = (await (await fetch(`${url}/api/status`)).json()) as { readonly store: { readonly head: number } };
  return status.store.head;
}
