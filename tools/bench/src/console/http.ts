import { duration, memory } from "../format.ts";
import { median } from "../statistics.ts";
import type { Suite, Table } from "../suite.ts";
import { buildConsole, sendFrom } from "./http/program.ts";
import type { Sent } from "./http/sender.ts";
import { floorServer, postgresServer, type Server, sqliteServer } from "./http/server.ts";

const RATE = 1_000;
const MINUTE = 60;
const ROUNDS = 3;
const TURN = 5;
const CONNECTIONS = [64, 128, 256, 512, 960];
/** More than three times what a console lets wait. */
const CROWD = 3_500;

let run = 0;

/** Signed posts over HTTP: what it takes, how fast, and what happens when it is too much. */
export const consoleHttp: Suite = {
  name: "console-http",
  onlyByName: true,
  async run(say) {
    await buildConsole();
    const servers = await Promise.all([floorServer(), sqliteServer(), postgresServer()]);
    try {
      const [, ...stores] = servers;
      return {
        title: "Receiving over HTTP",
        method: [
          "The console as it is installed, in a process of its own, and beside it the sender, in another, on the same machine. Every body is another event, signed before the measurement; three events make a session.",
          `At a fixed rate, posts go out when they are due whether or not those before are answered, and their time counts from then on. The aim is ${RATE} a second for a minute with p99 under 50 ms and no error.`,
          `The most it takes: so many connections post without a pause. A commit is shared by those that wait for it, so what a store takes depends on their number. The servers take turns, ${ROUNDS} rounds of ${TURN} s for each number after one that does not count; the figures are medians. No store is the same server with a store that keeps nothing: it verifies, reads and answers. A ratio is the median of the rounds' own; that of the last row is between the best medians. The aim is over 0.6.`,
          `Overload: ${CROWD} connections post without a pause. A console lets 1,000 deliveries wait, and answers the others 503; what matters is that memory stays bounded.`,
        ],
        tables: [await steady(stores, say), await most(servers, say), await overload(stores, say)],
      };
    } finally {
      for (const server of servers) await server.close();
    }
  },
};

async function steady(stores: readonly Server[], say: (line: string) => void): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, webhookUrl: url, peak } of stores) {
    say(`${name}: ${RATE} a second for a minute`);
    await sendFrom({ url, run: run++, connections: 64, seconds: 5, rate: RATE });
    const sent = await sendFrom({ url, run: run++, connections: 256, seconds: MINUTE, rate: RATE });
    const { p50, p99, max } = sent;
    rows.push([name, ...counts(sent), duration(p50), duration(p99), duration(max), memory(peak())]);
  }
  return {
    caption: `${RATE} posts a second for a minute`,
    columns: ["store", "answered 200", "other answers", "p50", "p99", "slowest", "peak memory"],
    rows,
  };
}

async function most(servers: readonly Server[], say: (line: string) => void): Promise<Table> {
  const found: (readonly Rates[])[] = [];
  for (const connections of CONNECTIONS) {
    const rates = servers.map((): number[] => []);
    for (let round = -1; round < ROUNDS; round++) {
      say(`the most it takes, ${connections} connections, round ${round + 1} of ${ROUNDS}`);
      for (const [index, { webhookUrl: url }] of servers.entries()) {
        const { answers, seconds } = await sendFrom({ url, run: run++, connections, seconds: TURN, rate: null });
        if (answers[200] === undefined) throw new Error(`Nothing was taken: ${JSON.stringify(answers)}`);
        if (round >= 0) rates[index]!.push(answers[200] / seconds);
      }
    }
    found.push(rates);
  }
  const best = servers.map((_, index) => [Math.max(...found.map((rates) => median(rates[index]!)))]);
  const [, ...stores] = servers;
  return {
    caption: "The most it takes, in posts a second",
    columns: ["connections", "no store", ...stores.flatMap(({ name }) => [name, "against no store"])],
    rows: [
      ...CONNECTIONS.map((connections, index) => [String(connections), ...compared(found[index]!)]),
      ["the best of them", ...compared(best)],
    ],
  };
}

/** Posts a second, round by round. */
type Rates = readonly number[];

function compared([floor = [], ...stores]: readonly Rates[]): readonly string[] {
  const ratios = (own: Rates) => own.map((rate, round) => rate / floor[round]!);
  return [
    median(floor).toFixed(0),
    ...stores.flatMap((own) => [median(own).toFixed(0), median(ratios(own)).toFixed(2)]),
  ];
}

async function overload(stores: readonly Server[], say: (line: string) => void): Promise<Table> {
  const rows: string[][] = [];
  for (const { name, webhookUrl: url, peak } of stores) {
    say(`${name}: overload`);
    const { answers } = await sendFrom({ url, run: run++, connections: CROWD, seconds: 15, rate: null });
    const { 200: taken = 0, 503: refused = 0, ...others } = answers;
    const other = Object.entries(others).map(([answer, number]) => `${number} ${answer}`);
    rows.push([name, String(taken), String(refused), other.join(", ") || "none", memory(peak())]);
  }
  return {
    caption: `${CROWD} connections that post without a pause`,
    columns: ["store", "answered 200", "answered 503", "others", "peak memory"],
    rows,
  };
}

function counts({ answers }: Sent): readonly string[] {
  const { 200: taken = 0, ...others } = answers;
  const other = Object.entries(others).map(([answer, number]) => `${number} ${answer}`);
  return [String(taken), other.join(", ") || "none"];
}
