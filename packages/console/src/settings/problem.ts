/** What is wrong with one setting, and what would be right. Never holds a secret. */
export interface SettingProblem {
  readonly setting: string;
  readonly problem: string;
  readonly hint: string;
}

/** The settings cannot be meant: all that is wrong with them, at once. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
  readonly problems: readonly SettingProblem[];

  constructor(problems: readonly SettingProblem[]) {
    super(problems.map(({ setting, problem, hint }) => `${setting}: ${problem}\n  ${hint}`).join("\n"));
    this.problems = problems;
  }
}
