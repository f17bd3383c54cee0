import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig, type ExtractorLogLevel } from "@microsoft/api-extractor";
import { type Entry, entriesOf } from "../packed/entries.ts";
import type { PackedPackage } from "../packed/packed-package.ts";

/** The API of each entry of a package that has types, by the name of the file that keeps it. */
export function apiReportsOf(packed: PackedPackage): ReadonlyMap<string, string> {
  const typed = new Map(typedEntries(packed).map((entry) => [entry.file, entry]));
  const configs = [...typed.values()].map((entry) => ({
    name: reportName(entry),
    config: prepare(packed, entry, [...typed.keys()]),
  }));
  const [first] = configs;
  if (first === undefined) return new Map();
  const additionalEntryPoints = configs.map(({ config }) => config.mainEntryPointFilePath);
  const compilerState = CompilerState.create(first.config, { additionalEntryPoints });
  return new Map(configs.map(({ name, config }) => [`${name}.api.md`, extract(config, compilerState)]));
}

function typedEntries({ manifest, files }: PackedPackage): readonly Entry[] {
  return entriesOf(manifest).filter(({ file }) => /\.d\.[cm]?ts$/.test(file) && files.includes(file));
}

/** `.` is `index`, `./testing/arbitraries` is `testing-arbitraries`; what only one runtime gets has that in its name. */
function reportName({ subpath, conditions }: Entry): string {
  const path = subpath === "." ? "index" : subpath.replace(/^\.\//, "").replaceAll("/", "-");
  return [path, ...conditions.filter((condition) => condition !== "types" && condition !== "default")].join(".");
}

function extract(config: ExtractorConfig, compilerState: CompilerState): string {
  const problems: string[] = [];
  Extractor.invoke(config, {
    compilerState,
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      if (message.category === "Compiler") problems.push(message.formatMessageWithLocation(undefined));
    },
  });
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return readFileSync(config.reportFilePath, "utf8");
}

function prepare({ project, unpacked }: PackedPackage, entry: Entry, all: readonly string[]): ExtractorConfig {
  // Beside node_modules: what is in there is somebody else's API to the extractor.
  const folder = join(project, "api");
  mkdirSync(folder, { recursive: true });
  const compilerOptions = {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    skipLibCheck: true,
  };
  const [none, warning, error] = ["none", "warning", "error"] as ExtractorLogLevel[];
  const silent = { default: { logLevel: none! } };
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: unpacked,
      mainEntryPointFilePath: join(unpacked, entry.file),
      compiler: { overrideTsconfig: { compilerOptions, files: all.map((file) => join(unpacked, file)) } },
      apiReport: {
        enabled: true,
        reportFileName: `${reportName(entry)}.api.md`,
        reportFolder: folder,
        reportTempFolder: join(project, "api-temporary"),
        // Releases here are whole: nothing is marked as alpha or beta.
        reportVariants: ["complete"],
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: error! } },
        extractorMessageReporting: {
          ...silent,
          // A type that readers meet and cannot name stands in the report, so that a reviewer sees it.
          "ae-forgotten-export": { logLevel: warning!, addToApiReportFile: true },
        },
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(unpacked, "package.json"),
  });
}
