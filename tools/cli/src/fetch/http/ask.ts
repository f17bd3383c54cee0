import http, { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders } from "node:http";
import https from "node:https";
import { showTime } from "../show.ts";
import { failure, report, type Trip } from "../trip.ts";
import { connectionProblem } from "./connection-problem.ts";
import { type Timer, within } from "./timer.ts";

/** The head of an answer; its body is still to be read, or to be dropped. */
export interface Answer {
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly stream: IncomingMessage;
  /** The network address that answered. */
  readonly address: string | undefined;
  /** What went wrong on the connection after the head came. */
  trouble(): Error | undefined;
  drop(): void;
}

/** Sends one GET request and waits for the head of the answer, within the limits. */
export function ask(trip: Trip, url: URL, headers: OutgoingHttpHeaders): Promise<Answer> {
  report(trip, url, { phase: "asking", received: 0 });
  return new Promise((resolve, reject) => {
    const client = url.protocol === "https:" ? https : http;
    const request = client.request(url, { headers: { ...headers, connection: "close" } });
    const timers = [noAnswer(trip, url, request), tooSlow(trip, url, request)];
    let trouble: Error | undefined;
    request.on("error", (error) => {
      stop(timers);
      trouble = error;
      reject(connectionProblem(trip, url, error));
    });
    request.on("upgrade", (_, socket) => {
      stop(timers);
      socket.destroy();
      reject(failure(trip, url, "not-http", "the server wants to speak something else than HTTP"));
    });
    request.on("response", (stream) => {
      stop(timers);
      resolve({
        url,
        status: stream.statusCode ?? 0,
        headers: stream.headers,
        stream,
        address: stream.socket?.remoteAddress,
        trouble: () => trouble,
        drop: () => stream.destroy(),
      });
    });
    request.end();
  });
}

/** The limit for everything together, as a timer on what is under way. */
export function tooSlow(trip: Trip, url: URL, target: Parameters<typeof within>[1]): Timer {
  const { clock, deadline, limits } = trip.settings;
  const what = `it took longer than ${showTime(limits.totalMs)} altogether`;
  return within(deadline - clock.now(), target, () => failure(trip, url, "too-slow", what));
}

function noAnswer(trip: Trip, url: URL, target: Parameters<typeof within>[1]): Timer {
  const { answerMs } = trip.settings.limits;
  const what = `the server did not answer within ${showTime(answerMs)}`;
  return within(answerMs, target, () => failure(trip, url, "no-answer", what));
}

function stop(timers: readonly Timer[]): void {
  for (const timer of timers) timer.off();
}
