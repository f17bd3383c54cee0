import type { StoreLocation } from "../../src/store/open.ts";
import { openStore } from "../../src/store/open.ts";
import { accepted, idOf, noon, quarantined } from "./samples.ts";

/** Appends until it is killed. A line is written after each batch: the positions that the store gave. */
const store = await openStore(JSON.parse(process.argv[2] as string) as StoreLocation);
process.stdout.write("open\n");
for (let batch = await store.head(); ; batch++) {
  const facts = { sessionId: idOf("5e55", batch), attemptId: idOf("a77e", batch % 3) };
  const some = [accepted(facts, noon + batch), accepted({ ...facts, action: "submitted", code: 7002 }, noon + batch)];
  const positions = await store.append([...some, quarantined(`batch ${batch}`), accepted(facts, noon + batch)]);
  process.stdout.write(`${positions.join(" ")}\n`);
}
