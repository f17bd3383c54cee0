import { packAll } from "./packed/world.ts";
import { type Measured, measure } from "./size/measure.ts";

export interface PackageSizes {
  /** Its name on the registry. */
  readonly name: string;
  readonly sizes: readonly Measured[];
}

/** The sizes of every published package against their budgets. The packages have to be built. */
export async function sizesOf(root: string): Promise<readonly PackageSizes[]> {
  const world = await packAll(root);
  try {
    const all: PackageSizes[] = [];
    for (const packed of world.packages) all.push({ name: packed.manifest.name, sizes: await measure(packed) });
    return all;
  } finally {
    await world.remove();
  }
}
