/** One table of measurements. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a suite found, ready to be shown and kept. */
export interface SuiteResult {
  readonly suite: string;
  readonly title: string;
  /** What was measured, and how: what a reader needs to believe the figures. */
  readonly method: readonly string[];
  /** The command that makes these figures again. */
  readonly command: string;
  readonly machine: Machine;
  readonly tables: readonly Table[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
}

export interface Suite {
  readonly name: string;
  /** Takes so long that it runs only where it is named. */
  readonly onlyByName?: boolean;
  run(say: (line: string) => void): Promise<Omit<SuiteResult, "machine" | "suite" | "command">>;
}
