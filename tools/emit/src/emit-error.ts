/** The configuration asks for files that cannot be made. `problems` says all that is wrong, a sentence each. */
export class EmitError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "EmitError";
    this.problems = problems;
  }
}
