/** The version step that a list of changes asks for. */
export type Bump = "none" | "patch" | "minor" | "major";

const steps: readonly Bump[] = ["none", "patch", "minor", "major"];

/** Below zero where `a` is the smaller step, above where it is the greater one. */
export function compareBumps(a: Bump, b: Bump): number {
  return steps.indexOf(a) - steps.indexOf(b);
}

/** The greatest of some bumps; `none` of no bumps. */
export function greatestBump(bumps: Iterable<Bump>): Bump {
  let greatest: Bump = "none";
  for (const bump of bumps) if (compareBumps(bump, greatest) > 0) greatest = bump;
  return greatest;
}
