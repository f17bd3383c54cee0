import { parseArgs } from "node:util";
import { record } from "../on-record.ts";
import { withKeptStore } from "../opened.ts";
import type { Terminal } from "../terminal.ts";

const options = { data: { type: "string" }, json: { type: "boolean" } } as const;

/** Makes sessions, attempts, numbers and seen values again from the deliveries. */
export async function rebuild(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values } = parseArgs({ args: [...args], options });
  let deliveries = 0;
  await withKeptStore(values, terminal.env, async (store) => {
    await record(store, "rebuilt");
    await store.rebuild((done, of) => {
      deliveries = done;
      terminal.progress(`${done} of ${of} deliveries`);
    });
  });
  terminal.progress("");
  terminal.out(values.json ? JSON.stringify({ deliveries }) : `Added up ${deliveries} deliveries.`);
  return 0;
}
