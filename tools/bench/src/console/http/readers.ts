import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** What the readers are asked to do, as JSON in the first argument. */
export interface ReadersTask {
  readonly url: string;
  readonly readers: number;
  /** Every reader begins after this position. */
  readonly after: number;
  /** On average, how long a reader stays connected before it breaks off and comes again. */
  readonly meanSeconds: number;
}

/**
 * What they found, as JSON on standard output. Once the process reads the last position from standard input, nobody breaks
 * off any more, and it waits for whoever is behind, but no longer than a minute.
 */
export interface Found {
  /** For each reader: the positions it saw, as a count and a digest that does not depend on anything but their order. */
  readonly readers: readonly {
    readonly seen: number;
    readonly last: number;
    readonly sum: number;
    readonly disorder: number;
  }[];
  readonly connects: number;
  /** Milliseconds from the arrival at the console to this process, of every hundredth reader. */
  readonly lags: readonly number[];
}

/** Readers as browsers are: they keep the id of the last event, break off at random, and come again with it. */
function read({ url, readers, after, meanSeconds }: ReadersTask): void {
  let connects = 0;
  let final = Number.POSITIVE_INFINITY;
  const lags: number[] = [];
  const states = Array.from({ length: readers }, () => ({ seen: 0, last: after, sum: 0, disorder: 0 }));

  const connect = (index: number) => {
    connects++;
    const state = states[index]!;
    const request = get(`${url}/api/live`, { agent: false, headers: { "last-event-id": String(state.last) } });
    let rest = "";
    const take = (text: string) => {
      const messages = (rest + text).split("\n\n");
      rest = messages.pop()!;
      for (const message of messages) {
        const id = /^id: (\d+)$/m.exec(message)?.[1];
        if (id === undefined) continue;
        const position = Number(id);
        if (position <= state.last) state.disorder++;
        state.last = position;
        state.seen++;
        state.sum += position;
        const at = index % 100 === 0 ? /"(?:receivedAt|at)":"([^"]+)"/.exec(message)?.[1] : undefined;
        if (at !== undefined) lags.push(Date.now() - Date.parse(at));
      }
    };
    const again = () => setTimeout(connect, 50 + Math.random() * 200, index);
    request.on("response", (response: IncomingMessage) => response.setEncoding("utf8").on("data", take));
    request.on("error", () => {});
    request.once("close", again);
    // Gone at any moment: in the middle of a message, too.
    const breakOff = () => final === Number.POSITIVE_INFINITY && request.destroy();
    setTimeout(breakOff, -Math.log(1 - Math.random()) * meanSeconds * 1_000);
  };
  for (let index = 0; index < readers; index++) connect(index);
  process.stdin.once("data", async (data) => {
    final = Number(data);
    const end = Date.now() + 60_000;
    while (states.some(({ last }) => last < final) && Date.now() < end) await sleep(100);
    // A little more, for what might come twice.
    await sleep(1_000);
    process.stdout.write(JSON.stringify({ readers: states, connects, lags } satisfies Found), () => process.exit(0));
  });
}

read(JSON.parse(process.argv[2]!));
