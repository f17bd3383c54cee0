import { connect, type Socket } from "node:net";
import { signedRequests } from "./events.ts";

/** What a sender is asked to do, as JSON in its first argument. */
export interface SenderTask {
  readonly url: string;
  readonly run: number;
  readonly connections: number;
  readonly seconds: number;
  /**
   * Posts a second, sent when they are due whether or not the ones before are answered. Null: each connection sends its
   * next as soon as the last is answered.
   */
  readonly rate: number | null;
}

/** What it found, as JSON on its standard output. */
export interface Sent {
  readonly seconds: number;
  readonly answers: Readonly<Record<string, number>>;
  /** Milliseconds from when a post was due to its answer. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** The smallest sender there is, so that the server gets the machine: whole requests over sockets that stay open. */
async function send({ url: text, run, connections, seconds, rate }: SenderTask): Promise<Sent> {
  const url = new URL(text);
  const requests = signedRequests(url, rate === null ? 60_000 : rate * seconds, run);
  const answers: Record<string, number> = {};
  const times: number[] = [];
  const idle: Socket[] = [];
  const waiting: number[] = [];
  let sent = 0;
  let open = 0;
  let begin = 0;
  let over = false;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const count = (answer: string, due: number) => {
    answers[answer] = (answers[answer] ?? 0) + 1;
    if (answer === "200") times.push(performance.now() - due);
  };
  const post = (socket: Socket & { due?: number }, due: number) => {
    socket.due = due;
    open++;
    socket.write(requests[sent++ % requests.length]!);
  };
  const next = (socket: Socket) => {
    const due = rate === null ? (over ? undefined : performance.now()) : waiting.shift();
    if (due === undefined) idle.push(socket);
    else post(socket, due);
    if (over && open === 0 && waiting.length === 0) finish();
  };
  const join = () => {
    const socket: Socket & { due?: number } = connect(Number(url.port), url.hostname).setNoDelay(true);
    socket.on("data", (data) => {
      // An answer of the server comes in one piece. Later pieces of a long one begin otherwise.
      if (data[0] !== 72 || data.toString("latin1", 0, 5) !== "HTTP/") return;
      if (socket.due === undefined) return;
      open--;
      count(data.toString("latin1", 9, 12), socket.due);
      socket.due = undefined!;
      next(socket);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      if (socket.due !== undefined) {
        open--;
        count("no answer", socket.due);
      }
      const place = idle.indexOf(socket);
      if (place >= 0) idle.splice(place, 1);
      if (over && open === 0) finish();
      else if (!over) join();
    });
    socket.on("connect", () => next(socket));
  };

  // Connections are made before the clock runs; a closed loop begins with the first of them.
  begin = performance.now();
  for (let number = 0; number < connections; number++) join();
  if (rate === null) {
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  } else {
    while (idle.length < connections) await new Promise((resolve) => setTimeout(resolve, 5));
    begin = performance.now();
    for (let planned = 0; planned < rate * seconds; ) {
      const now = performance.now();
      for (; planned < rate * seconds && begin + (planned * 1_000) / rate <= now; planned++) {
        const due = begin + (planned * 1_000) / rate;
        // In turn, so that none is idle for so long that the server closes it.
        const socket = idle.shift();
        if (socket === undefined) waiting.push(due);
        else post(socket, due);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  over = true;
  const took = (performance.now() - begin) / 1_000;
  if (open > 0 || waiting.length > 0) {
    const patience = setTimeout(finish, 20_000);
    await finished;
    clearTimeout(patience);
  }
  if (open > 0) answers["no answer"] = (answers["no answer"] ?? 0) + open;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.ceil(times.length * share) - 1] ?? Number.NaN;
  return { seconds: took, answers, p50: at(0.5), p99: at(0.99), max: at(1) };
}

process.stdout.write(JSON.stringify(await send(JSON.parse(process.argv[2]!))), () => process.exit(0));
