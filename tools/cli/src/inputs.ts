import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptyLedger, type Ledger, type Overlay, type OverlayFile, readOverlayFile } from "@tools/compile";
import { type Diagnostic, decode, read, type SourceDocument } from "@tools/read";
import type { LoadedConfig } from "./config-file.ts";
import { UsageError } from "./exit.ts";
import { showPath } from "./show-path.ts";

/** Everything that a configuration names, read from disk. */
export interface Inputs {
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly overlays: readonly Overlay[];
  readonly ledger: Ledger;
  readonly version: string;
  /** What is wrong with the pages and overlays as files. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text of every file that a diagnostic may point into, by its name in messages. */
  readonly texts: ReadonlyMap<string, string>;
  /** Absolute paths of the overlay files. */
  readonly overlayFiles: readonly string[];
  /** Texts that something is inserted into, by absolute path. One that is not there yet is empty. */
  readonly hosts: ReadonlyMap<string, string>;
}

/** `incoming` holds the texts of pages that are about to be written, by page id; the others are read from disk. */
export async function readInputs(
  loaded: LoadedConfig,
  cwd: string,
  incoming: ReadonlyMap<string, string> = new Map(),
): Promise<Inputs> {
  const pages = Object.entries(loaded.config.pages).map(([id, page]) => ({ id, page, file: loaded.path(page.file) }));
  const missing = pages
    .filter(({ id, file }) => !incoming.has(id) && !existsSync(file))
    .map(({ id, file }) => `\n  ${id}: ${showPath(file, cwd)}`);
  if (missing.length > 0) {
    throw new UsageError(
      `${loaded.shown} names pages that are not there:${missing.join("")}`,
      "Bring one in with `catalog pull <page> --from <file>`.",
    );
  }

  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, SourceDocument>();
  for (const { id, page, file } of pages) {
    const shown = showPath(file, cwd);
    const text = incoming.get(id) ?? readFileSync(file);
    const result = await read({ file: shown, text, ...(page.text === undefined ? {} : { textLayout: page.text }) });
    texts.set(shown, result.text);
    documents.set(id, result.document);
    diagnostics.push(...result.diagnostics);
  }

  /** A file that is not read as a page. */
  const readText = (path: string): string => {
    const shown = showPath(path, cwd);
    const { text, diagnostics: found } = decode(readFileSync(path), shown);
    texts.set(shown, text);
    diagnostics.push(...found);
    return text;
  };

  const overlays: Overlay[] = [];
  const overlayFiles = listOverlays(loaded);
  for (const path of overlayFiles) {
    const overlay: OverlayFile = { file: showPath(path, cwd), text: readText(path) };
    const result = await readOverlayFile(overlay);
    overlays.push(...result.overlays);
    diagnostics.push(...result.diagnostics);
  }

  return {
    documents,
    overlays,
    ledger: readLedger(loaded, cwd),
    version: readVersion(loaded, cwd),
    diagnostics,
    texts,
    overlayFiles,
    hosts: readHosts(loaded, readText),
  };
}

function readHosts(loaded: LoadedConfig, readText: (path: string) => string): ReadonlyMap<string, string> {
  const paths = (loaded.config.output.insert ?? []).map(({ into }) => loaded.path(into));
  return new Map(paths.map((path) => [path, existsSync(path) ? readText(path) : ""]));
}

/** In the order of their names, whatever order the system lists them in. */
function listOverlays(loaded: LoadedConfig): readonly string[] {
  if (loaded.config.overlays === undefined) return [];
  const folder = loaded.path(loaded.config.overlays);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

function readLedger(loaded: LoadedConfig, cwd: string): Ledger {
  const file = loaded.path(loaded.config.output.ledger);
  if (!existsSync(file)) return emptyLedger;
  const ledger = parseJson(file, cwd) as Partial<Ledger> | null;
  if (ledger === null || ledger.format !== 1 || ledger.pages === undefined || ledger.vocabularies === undefined) {
    throw new UsageError(
      `${showPath(file, cwd)} is no ledger of format 1`,
      "Restore it from the repository's history: it is the memory of every identifier.",
    );
  }
  return ledger as Ledger;
}

function readVersion(loaded: LoadedConfig, cwd: string): string {
  const stated = loaded.config.output.version;
  if (stated === undefined) return "0.0.0";
  const file = loaded.path(stated);
  if (!existsSync(file))
    throw new UsageError(`${loaded.shown}: output.version names ${showPath(file, cwd)}, which is not there`);
  const { version } = parseJson(file, cwd) as { version?: unknown };
  if (typeof version !== "string") throw new UsageError(`${showPath(file, cwd)} states no version`);
  return version;
}

function parseJson(file: string, cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${showPath(file, cwd)} is not JSON: ${(error as Error).message}`);
  }
}
