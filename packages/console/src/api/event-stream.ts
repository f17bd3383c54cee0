/** What a stream of server-sent events is made of. */
export interface EventStreamOptions<Row> {
  readonly batches: AsyncIterable<readonly Row[]>;
  /** Aborted when the reader is gone or may no longer read. */
  readonly ending: AbortController;
  /** All messages of a batch, each with its empty line. */
  encode(rows: readonly Row[]): string;
  /** Asked at every message and heartbeat: whether the reader may no longer read. */
  isOver(): boolean;
}

/** Comments at this pace keep proxies from closing a quiet stream, and find out that a reader has gone. */
const heartbeatMilliseconds = 15_000;

/** Server-sent events, pulled at the pace of the reader: nothing is buffered here. */
export function eventStream<Row>({ batches, ending, encode, isOver }: EventStreamOptions<Row>): Response {
  const utf8 = new TextEncoder();
  const iterator = batches[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<readonly Row[]>> | null = null;
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(utf8.encode("retry: 1000\n\n: connected\n\n"));
      },
      async pull(controller) {
        next ??= iterator.next();
        const result = await firstOf(next, heartbeatMilliseconds);
        if (result?.done === true || isOver()) {
          ending.abort();
          controller.close();
        } else if (result === null) {
          controller.enqueue(utf8.encode(": still here\n\n"));
        } else {
          next = null;
          controller.enqueue(utf8.encode(encode(result.value)));
        }
      },
      cancel() {
        ending.abort();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

/** What the promise gives, or null where it takes longer. */
async function firstOf<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
