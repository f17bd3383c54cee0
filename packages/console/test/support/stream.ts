/** A reader of the live stream, as a browser is: keeps the id of the last event that it saw whole. */
export interface StreamReader {
  /** Positions in the order in which they came. */
  readonly seen: readonly number[];
  /** Reads until the stream ends or `leave` is called. Goes on after the last event seen. */
  connect(url: string): Promise<void>;
  leave(): void;
}

export function streamReader(after: number): StreamReader {
  const seen: number[] = [];
  let ending = new AbortController();
  return {
    seen,
    async connect(url) {
      ending = new AbortController();
      try {
        const headers = { "last-event-id": String(seen.at(-1) ?? after) };
        const { body } = await fetch(`${url}/api/live`, { headers, signal: ending.signal });
        let rest = "";
        for await (const text of body!.pipeThrough(new TextDecoderStream())) {
          const messages = (rest + text).split("\n\n");
          rest = messages.pop() ?? "";
          for (const message of messages) {
            const id = /^id: (\d+)$/m.exec(message)?.[1];
            if (id !== undefined) seen.push(Number(id));
          }
        }
      } catch {
        // The console went away, or we did.
      }
    },
    leave: () => ending.abort(),
  };
}
