import { parseArgs } from "node:util";
import { deliveriesOf } from "../many.ts";
import { record } from "../on-record.ts";
import { withKeptStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";

const options = { data: { type: "string" }, json: { type: "boolean" } } as const;

/** Makes sessions, attempts, numbers and seen values again from the deliveries. */
export async function rebuild(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  let deliveries = 0;
  // Thrown inside the transaction: the old numbers stay.
  const onProgress = (done: number, of: number) => {
    terminal.stop.throwIfAborted();
    deliveries = done;
    terminal.progress(`${done} of ${deliveriesOf(of)}`);
  };
  try {
    await withKeptStore(values, terminal.env, async (store) => {
      await record(store, "rebuilt");
      await store.rebuild(onProgress);
    });
  } finally {
    terminal.progress("");
  }
  terminal.out(values.json ? JSON.stringify({ deliveries }) : `Added up ${deliveriesOf(deliveries)}.`);
  return 0;
}
