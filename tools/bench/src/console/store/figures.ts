export interface QuestionFigures {
  readonly name: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** What p95 has to stay below. */
  readonly aim: number;
}

export interface StoreFigures {
  readonly driver: string;
  readonly deliveries: number;
  /** Milliseconds that filling took. */
  readonly filled: number;
  readonly bytes: number;
  readonly mebibytes: number;
  readonly questions: readonly QuestionFigures[];
}
