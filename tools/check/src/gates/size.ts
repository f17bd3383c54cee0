import { type Budgets, budgetsOf } from "../size/budget.ts";
import { type Measured, measure } from "../size/measure.ts";
import type { PackageGate, Problem } from "./gate.ts";

export const size: PackageGate = {
  name: "size",
  holds: "installing and bundling it costs no more than its budgets, in three bundlers",
  of: "package",
  async look(packed) {
    const budgets = budgetsOf(packed);
    if (budgets === undefined) {
      const hint = "Say there what it may cost to install and to bundle.";
      return { checked: [], problems: [{ message: `${packed.at}/test/budgets.json is missing`, hint }] };
    }
    const measured = await measure(packed);
    return {
      checked: measured.map(({ what, by, unit, bytes }) => `${what}, ${by}: ${bytes} bytes ${unit}`),
      problems: [...undecided(budgets), ...measured.flatMap(judge)],
    };
  },
};

function judge({ what, by, unit, bytes, budget, unwanted }: Measured): readonly Problem[] {
  const cost = `${what}, ${by}: ${bytes} bytes ${unit}`;
  return [
    ...(bytes > budget ? [{ message: `${cost}, and the budget is ${budget}` }] : []),
    ...(bytes === 0 && budget > 0 ? [{ message: `${cost}: what is paid for got lost` }] : []),
    // A generous budget sees nothing grow, and one that is hardly used may have lost most of its contents.
    ...(budget > 1000 && bytes * 3 < budget
      ? [
          {
            message: `${cost}, less than a third of the budget of ${budget}`,
            hint: "Is something missing? If not, lower the budget.",
          },
        ]
      : []),
    ...unwanted.map((path) => ({
      message: `${what}, ${by}: the bundle has something of ${path.replace(/^.*node_modules\//, "")}`,
    })),
  ];
}

/** Budgets that no size could break. */
function undecided({ install, bundles = [] }: Budgets): readonly Problem[] {
  return [
    ...(install?.packed > 0 && install?.unpacked > 0 ? [] : [{ message: "There is no budget for the tarball" }]),
    ...bundles
      .filter(({ minified, gzip }) => minified === undefined && gzip === undefined)
      .map(({ what }) => ({ message: `${what}: there is no limit` })),
  ];
}
