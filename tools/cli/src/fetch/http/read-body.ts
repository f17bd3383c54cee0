import { pipeline } from "node:stream";
import { FetchError } from "../fetch-error.ts";
import { showBytes, showText, showTime } from "../show.ts";
import { failure, report, type Trip } from "../trip.ts";
import { type Answer, tooSlow } from "./ask.ts";
import { within } from "./timer.ts";
import { packingOf } from "./unpack.ts";

/** What has come of a body so far. */
interface Course {
  readonly total: number | undefined;
  received: number;
}

/** Reads the whole body, unpacked. A body that is too large is refused as soon as that is known, a part is an error. */
export async function readBody(trip: Trip, answer: Answer): Promise<Buffer> {
  const course: Course = { total: lengthOf(answer), received: 0 };
  try {
    return await collect(trip, answer, course);
  } catch (error) {
    if (course.received === 0 && (error as NodeJS.ErrnoException).code === "Z_BUF_ERROR") return Buffer.alloc(0);
    throw bodyProblem(trip, answer, course, error as NodeJS.ErrnoException);
  }
}

async function collect(trip: Trip, answer: Answer, course: Course): Promise<Buffer> {
  const packing = packingOf(answer.headers["content-encoding"]);
  if (packing.kind === "unknown") {
    const what = `its body is packed as "${showText(answer.headers["content-encoding"] ?? "")}", which was not asked for`;
    throw failure(trip, answer.url, "content-encoding", what);
  }
  if (course.total !== undefined) checkSize(trip, answer, course.total);
  const sent = receive(trip, answer, course);
  const chunks: Buffer[] = [];
  let size = 0;
  // The pipeline hands each error on to its end, where the loop meets it.
  const body = packing.kind === "none" ? sent : pipeline(sent, packing.unpacker(), () => {});
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    checkSize(trip, answer, size);
    chunks.push(chunk);
  }
  const trouble = answer.trouble() as NodeJS.ErrnoException | undefined;
  if (trouble?.code?.startsWith("HPE_") === true)
    throw failure(trip, answer.url, "cut-short", "the server sent more than it had announced", { cause: trouble });
  return Buffer.concat(chunks, size);
}

/** The body as sent, watched: what comes too slowly ends it. */
async function* receive(trip: Trip, answer: Answer, course: Course): AsyncGenerator<Buffer> {
  const { idleMs } = trip.settings.limits;
  const what = () => `nothing came for ${showTime(idleMs)} after ${showBytes(course.received)}`;
  const idle = within(idleMs, answer.stream, () => failure(trip, answer.url, "stalled", what()));
  const altogether = tooSlow(trip, answer.url, answer.stream);
  try {
    for await (const chunk of answer.stream as AsyncIterable<Buffer>) {
      idle.again();
      course.received += chunk.length;
      checkSize(trip, answer, course.received);
      const { received, total } = course;
      report(trip, answer.url, { phase: "receiving", received, ...(total === undefined ? {} : { total }) });
      yield chunk;
    }
  } finally {
    idle.off();
    altogether.off();
  }
}

function checkSize(trip: Trip, answer: Answer, size: number): void {
  const { bytes } = trip.settings.limits;
  if (size > bytes) throw failure(trip, answer.url, "too-large", `it is larger than ${showBytes(bytes)}`);
}

function lengthOf({ headers }: Answer): number | undefined {
  const length = headers["content-length"];
  return length !== undefined && /^\d+$/.test(length) ? Number(length) : undefined;
}

function bodyProblem(trip: Trip, answer: Answer, course: Course, error: NodeJS.ErrnoException): Error {
  if (error instanceof FetchError) return error;
  const { url } = answer;
  const soFar = `after ${showBytes(course.received)}${course.total === undefined ? "" : ` of ${showBytes(course.total)}`}`;
  const code = error.code ?? "";
  const trouble = answer.trouble() as NodeJS.ErrnoException | undefined;
  if (trouble?.code?.startsWith("HPE_") === true)
    return failure(trip, url, "cut-short", `its body stops being HTTP (${trouble.code}) ${soFar}`, { cause: trouble });
  if (trouble !== undefined)
    return failure(trip, url, "connection-lost", `the connection broke ${soFar}`, { cause: trouble });
  if (code === "ECONNRESET" || code === "Z_BUF_ERROR")
    return failure(trip, url, "cut-short", `its body ends too early, ${soFar}`, { cause: error });
  if (error.errno !== undefined && /^(?:Z_|ERR_)/.test(code))
    return failure(trip, url, "content-encoding", "its body cannot be unpacked", { cause: error });
  // Anything else is a fault of this program, or of whoever listens to its progress.
  return error;
}
