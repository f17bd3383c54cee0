import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";
import type { Machine } from "./suite.ts";

/** What the figures were measured on, without a name that tells whose machine it is. */
export function machine(): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: availableParallelism(),
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${platform()} ${release().split("-")[0]} ${arch()}`,
    node: process.version,
  };
}
