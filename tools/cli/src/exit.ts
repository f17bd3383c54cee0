/** What the exit code of every verb means. Documented in `catalog --help`. */
export const exitCode = {
  /** Done, and nothing is wrong. */
  ok: 0,
  /** The question has the answer no: files are stale, a value is not known. */
  no: 1,
  /** The command line or the configuration is wrong. */
  usage: 2,
  /** A page or an overlay is refused. */
  refused: 3,
  /** The breaker tripped: the change looks like damage. */
  tripped: 4,
  /** A page could not be seen, so that nothing can be said of it. */
  unreachable: 5,
  /** A bug of this program. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** A wrong command line or configuration: said in words, without a stack, with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}
