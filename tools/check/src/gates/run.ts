import type { World } from "../packed/packed-package.ts";
import type { Gate, GateOptions, Looked } from "./gate.ts";

/** What one gate saw of one package, or of the repository (`.`). */
export interface Check extends Looked {
  readonly gate: string;
  readonly at: string;
}

/** Runs gates one after the other over all that they are for, whatever became of the one before. */
export async function* runGates(gates: readonly Gate[], world: World, options: GateOptions): AsyncGenerator<Check> {
  for (const gate of gates) {
    if (gate.of === "repository") {
      yield { gate: gate.name, at: ".", ...(await seen(() => gate.look(world.root))) };
      continue;
    }
    if (world.packages.length === 0) yield { gate: gate.name, at: "packages", ...nothing };
    for (const packed of world.packages) {
      yield { gate: gate.name, at: packed.at, ...(await seen(() => gate.look(packed, world, options))) };
    }
  }
}

const nothing: Looked = { checked: [], problems: [{ message: "Nothing was checked" }] };

/** A gate that breaks, or that finds nothing to look at, has not passed. */
async function seen(look: () => Looked | Promise<Looked>): Promise<Looked> {
  try {
    const looked = await look();
    const { checked, problems, skipped = [] } = looked;
    return checked.length + problems.length + skipped.length === 0 ? nothing : looked;
  } catch (error) {
    return {
      checked: [],
      problems: [{ message: error instanceof Error ? (error.stack ?? error.message) : String(error) }],
    };
  }
}
