export interface QuestionFigures {
  readonly name: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** What p95 has to stay below. */
  readonly aim: number;
}

export interface Filling {
  /** Milliseconds that it took. */
  readonly filled: number;
  /** Peak memory of the process up to then. */
  readonly fillingMebibytes: number;
}

export interface StoreFigures extends Filling {
  readonly driver: string;
  readonly deliveries: number;
  readonly bytes: number;
  readonly questions: readonly QuestionFigures[];
}
