import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main, startProcess } from "../support/process.ts";
import { eventBody, post } from "../support/receiving.ts";
import { until } from "../support/until.ts";

const strace = process.env.STRACE_PATH;
const deliveries = 30;

test.skipIf(strace === undefined)(
  "every acknowledged delivery is on disk: one fsync at least for each batch (skipped where STRACE_PATH is not set)",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "flow-console-"));
    const trace = join(folder, "trace");
    const console = await startProcess(
      { FLOW_CONSOLE_DATA: join(folder, "data") },
      {
        program: [
          strace!,
          "-D",
          "-f",
          "-e",
          "trace=fsync,fdatasync,write,writev,sendto,sendmsg",
          "-s",
          "15",
          "-o",
          trace,
          process.execPath,
          main,
        ],
      },
    );
    // One after the other, so that each is a batch of its own.
    for (let number = 0; number < deliveries; number++) {
      expect((await post(console.webhookUrl, eventBody({ vendorData: String(number) }))).status).toBe(200);
    }
    await console.end("SIGTERM");
    const calls = await until(() => {
      const text = readFileSync(trace, "utf8");
      // The trace pads a process id to five characters.
      expect(text).toMatch(new RegExp(`^${console.child.pid} +\\+\\+\\+ exited with 0`, "m"));
      return text.split("\n");
    });
    // Between two answers there is a call that brings the commit to the disk, and it has returned.
    let synced = 0;
    const syncsBefore: number[] = [];
    for (const call of calls) {
      if (/\bf(?:data)?sync\(.*= 0$|f(?:data)?sync resumed>.*= 0$/.test(call)) synced++;
      if (!/"HTTP\/1\.1 200 OK/.test(call)) continue;
      syncsBefore.push(synced);
      synced = 0;
    }
    expect(syncsBefore).toHaveLength(deliveries);
    expect(Math.min(...syncsBefore)).toBeGreaterThanOrEqual(1);
    rmSync(folder, { recursive: true });
  },
);
