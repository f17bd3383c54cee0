import { readFileSync } from "node:fs";
import type { SettingProblem } from "./problem.ts";
import { type SettingName, table } from "./table.ts";

export type Environment = Readonly<Record<string, string | undefined>>;
/** Flags as `parseArgs` gives them. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** Reads what was given, the command line before the environment, and gathers what is wrong with it. */
export interface Given {
  text(name: SettingName): string | null;
  list(name: SettingName): readonly string[];
  flag(name: SettingName): boolean;
  /** A whole number in a range; null where it is not given or wrong. */
  number(name: SettingName, least: number, most: number): number | null;
  /** The entries of a file; null where it cannot be read. */
  entries(name: SettingName, file: string): readonly string[] | null;
  variable(name: string): string | null;
  wrong(setting: string, problem: string, hint: string): void;
  /** `--port (FLOW_CONSOLE_PORT)`. */
  label(name: SettingName): string;
  readonly problems: readonly SettingProblem[];
}

export function given(flags: Flags, environment: Environment): Given {
  const problems: SettingProblem[] = [];
  const variable = (name: string) => environment[name]?.trim() || null;
  const value = (name: SettingName) => flags[table[name].flag] || variable(table[name].variable);
  const text = (name: SettingName) => {
    const found = value(name);
    return typeof found === "string" ? found : null;
  };
  const wrong = (setting: string, problem: string, hint: string) => void problems.push({ setting, problem, hint });
  const label = (name: SettingName) => `--${table[name].flag} (${table[name].variable})`;
  // As a shell gives it where a variable is not set. The default instead could be the wrong folder, or the wrong address.
  for (const name of Object.keys(table) as SettingName[])
    if (flags[table[name].flag] === "") wrong(label(name), "There is no value.", "Give one, or leave it away.");
  return {
    text,
    list: (name) => entriesOf(text(name) ?? ""),
    flag: (name) => value(name) === true || ["1", "true", "yes"].includes(text(name) ?? ""),
    number(name, least, most) {
      const found = text(name);
      if (found === null) return null;
      const number = /^\d{1,9}$/.test(found) ? Number(found) : Number.NaN;
      if (number >= least && number <= most) return number;
      wrong(label(name), `"${found}" is no whole number from ${least} to ${most}.`, "Give one, or leave it away.");
      return null;
    },
    entries(name, file) {
      try {
        return entriesOf(readFileSync(file, "utf8"));
      } catch (error) {
        const { code = "unreadable" } = error as NodeJS.ErrnoException;
        wrong(label(name), `${file} cannot be read (${code}).`, "Check its path and who may read it.");
        return null;
      }
    },
    variable,
    wrong,
    label,
    problems,
  };
}

/** What stands between commas and line ends. */
export function entriesOf(text: string): readonly string[] {
  return text.split(/[,\r\n]/).flatMap((entry) => entry.trim() || []);
}
