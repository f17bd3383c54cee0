import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installPeers } from "../peers/peers.ts";
import { repository } from "../repository.ts";
import { median } from "../statistics.ts";
import type { Suite, Table } from "../suite.ts";
import { aims } from "../webhook/aims.ts";
import { body } from "../webhook/event.ts";
import type { Figures } from "../webhook/figures.ts";

// Many short turns: a machine that is busy for a while is busy for all contenders of a round.
const ROUNDS = 151;
const WARM_UP = 20;
const CALLS = 1_000;

/** How long it takes to check and to read one event, in this project's kit and in others. */
export const webhook: Suite = {
  name: "webhook",
  async run(say) {
    installPeers("webhook", say);
    say("building the kit");
    run("pnpm", ["exec", "turbo", "run", "build", "--filter=@flow-catalog/webhook"]);
    say(`${ROUNDS} rounds`);
    const program = join(repository, "tools/bench/src/webhook/main.ts");
    const output = run(process.execPath, ["--expose-gc", program, ...[ROUNDS, WARM_UP, CALLS].map(String)]);
    const figures: readonly Figures[] = JSON.parse(output);
    return {
      title: "Receiving a webhook",
      method: [
        `One event of ${Buffer.byteLength(body)} bytes, signed for each contender in its own scheme (HMAC-SHA256 in all of them), is checked and read, warm, in one process.`,
        `In each of ${ROUNDS} rounds, after ${WARM_UP} that do not count, every contender receives the event ${CALLS} times, in another order each round; an async one is awaited each time.`,
        "Before that each had to take the right signature, and to refuse a wrong one and another body.",
        "The body is handed over as bytes and as text to everyone who takes both; @octokit/webhooks takes text only. Who takes headers gets nine usual ones besides its own; stripe and @octokit/webhooks are handed the signature alone.",
        "The work is not quite the same: stripe, svix and standardwebhooks also check a time that is signed, which this sender does not send; @octokit/webhooks had no handler to call; this project's kit also reads the event by its catalog.",
        "The floor is `createHmac`, `timingSafeEqual` and `JSON.parse` as anybody would write them. Tuned by hand it has a prepared key, buffers used again and a digest as text, as the kit has. Against the floor: the median of the rounds' own ratios, with the body in the same form, and in brackets the middle half of them.",
        "The aims compare times round by round too. In brackets is where the median lies with 95 % confidence; an aim whose limit lies in between is undecided, and another run may say otherwise.",
      ],
      tables: [
        table("Sync: time of one event", figures, false),
        table("Async: time of one event", figures, true),
        { caption: "Aims", columns: ["aim", "time against it", "reached"], rows: aims(figures) },
      ],
    };
  },
};

function table(caption: string, figures: readonly Figures[], waits: boolean): Table {
  const shown = figures.filter((one) => one.waits === waits || one.side === "floor");
  return {
    caption,
    columns: ["contender", "body", "median", "fastest", "slowest", "against the floor"],
    rows: shown.map(({ name, form, times, ratios }) => [
      name,
      form,
      ...[median(times), Math.min(...times), Math.max(...times)].map((time) => `${time.toPrecision(3)} µs`),
      `${median(ratios).toFixed(2)}× (${middleHalf(ratios)
        .map((ratio) => ratio.toFixed(2))
        .join("–")})`,
    ]),
  };
}

/** Between these two lies the middle half of the figures. */
function middleHalf(figures: readonly number[]): readonly number[] {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = Math.ceil(sorted.length / 2);
  return [median(sorted.slice(0, half)), median(sorted.slice(-half))];
}

/** Runs a command to its end and gives what it wrote. What it says besides goes to the screen only if it fails. */
function run(command: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: repository,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${error?.message ?? `${stderr}${stdout}`}`);
  return stdout;
}
