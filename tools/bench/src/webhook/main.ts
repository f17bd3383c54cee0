// Runs in a process of its own, so that nothing that ran before shapes what is measured. Writes the figures as JSON.
import type { Body, Form } from "./contender.ts";
import { body } from "./event.ts";
import type { Figures } from "./figures.ts";
import { floor, tunedFloor } from "./floor.ts";
import { kit } from "./kit.ts";
import { peers } from "./peers.ts";
import { prove } from "./proof.ts";
import { type Entry, takeTurns } from "./turns.ts";

const [rounds, warmUp, calls] = process.argv.slice(2).map(Number);
if (!rounds || !warmUp || !calls) throw new TypeError("Arguments: rounds, rounds that do not count, calls in a round");

const as: Readonly<Record<Form, (text: string) => Body>> = { bytes: (text) => Buffer.from(text), text: (text) => text };

const entries: Entry[] = [];
for (const contender of [floor, tunedFloor, ...kit, ...(await peers())]) {
  for (const form of contender.forms) {
    await prove(contender, body, as[form]);
    entries.push({ contender, form, call: contender.delivery(as[form](body), contender.sign(body)) });
  }
}
const times = await takeTurns(entries, { rounds, warmUp, calls });

/** How often the time of a floor, round by round, with the same form of body. */
function against(base: typeof floor, form: Form, own: readonly number[]): readonly number[] {
  const index = entries.findIndex((entry) => entry.contender === base && entry.form === form);
  return own.map((time, round) => time / (times[index]?.[round] ?? Number.NaN));
}

const figures = entries.map(({ contender: { name, side, waits }, form }, index): Figures => {
  const own = times[index] ?? [];
  const [ratios, tunedRatios] = [against(floor, form, own), against(tunedFloor, form, own)];
  return { name, side, waits, form, times: own, ratios, tunedRatios };
});
process.stdout.write(JSON.stringify(figures));
