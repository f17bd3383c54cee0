import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { StoreLocation } from "../../src/store/open.ts";

/** A process that appends batch after batch, and says what was acknowledged. */
export interface Child {
  /** Positions that were acknowledged so far. */
  readonly positions: readonly number[];
  /** Waits until it said so many. */
  acknowledged(count: number): Promise<void>;
  /** `kill -9`, and what it had said before. */
  kill(): Promise<readonly number[]>;
}

/**
 * Starts it, and waits until its store is open.
 *
 * @param before - Program and arguments that start it: `strace`.
 */
export async function startChild(location: StoreLocation, before: readonly string[] = []): Promise<Child> {
  const program = fileURLToPath(new URL("./child-program.ts", import.meta.url));
  const [command = process.execPath, ...rest] = [...before, process.execPath, program, JSON.stringify(location)];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"], detached: true });
  const positions: number[] = [];
  let open = false;
  let ended = false;
  let left = "";
  let wake = () => {};
  child.stdout.setEncoding("utf8").on("data", (data: string) => {
    const lines = (left + data).split("\n");
    left = lines.pop() as string;
    for (const line of lines) {
      if (line === "open") open = true;
      else positions.push(...line.split(" ").map(Number));
    }
    wake();
  });
  const closed = once(child, "close").then(() => {
    ended = true;
    wake();
  });
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      if (ended) throw new Error("The process ended by itself.");
      const { promise, resolve } = Promise.withResolvers<void>();
      wake = resolve;
      await promise;
    }
  };
  await until(() => open);
  return {
    positions,
    acknowledged: (count) => until(() => positions.length >= count),
    async kill() {
      // The whole group: what traces it, too.
      process.kill(-(child.pid as number), "SIGKILL");
      await closed;
      return positions;
    },
  };
}
