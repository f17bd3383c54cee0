import type { Report, Verdict } from "@tools/diff";
import type { Diagnostic } from "@tools/read";
import { type BroughtIn, bringIn } from "./bring-in.ts";
import type { TargetFile } from "./build.ts";
import { type Computed, compute } from "./compute.ts";
import type { LoadedConfig } from "./config-file.ts";
import { judgeBuilt, reportBuilt } from "./guard.ts";
import type { Look } from "./look.ts";

/** How an update ends, before anything is written. */
export type Update =
  /** No page says anything else than its copy. */
  | { readonly ending: "unchanged" }
  /**
   * `reworded`: a page changed, but no row that the catalog reads, at most its title, address or date. `changed`: what
   * the tables say changed.
   */
  | {
      readonly ending: "reworded" | "changed";
      readonly files: readonly TargetFile[];
      readonly pages: readonly string[];
      readonly computed: Computed;
      readonly report: Report;
    }
  /** A page cannot be read, or would break a rule. */
  | {
      readonly ending: "refused";
      readonly diagnostics: readonly Diagnostic[];
      readonly texts: ReadonlyMap<string, string>;
      readonly looks: readonly Look[];
    }
  /** The change looks like damage. */
  | { readonly ending: "stopped"; readonly report: Report; readonly verdict: Extract<Verdict, { ok: false }> }
  /** A page could not be seen, so that nothing can be said of it. */
  | { readonly ending: "unreachable"; readonly looks: readonly Look[] };

/** Decides what looking at the pages comes to. All pages have to be seen: half an update would be a guess. */
export async function decideUpdate(
  loaded: LoadedConfig,
  looks: readonly Look[],
  {
    cwd,
    today,
    mayWrite,
  }: { readonly cwd: string; readonly today: string; readonly mayWrite: (verdict: Verdict) => boolean },
): Promise<Update> {
  if (looks.some(({ outcome }) => outcome === "unreachable")) return { ending: "unreachable", looks };
  const incoming = new Map<string, BroughtIn & { readonly look: Extract<Look, { outcome: "page" }> }>();
  for (const look of looks) {
    if (look.outcome !== "page") continue;
    const { page, text, layout } = look;
    incoming.set(page.id, {
      look,
      ...(await bringIn(loaded, { page: page.id, shown: page.url, text, layout }, { retrieved: today })),
    });
  }
  const arrived = [...incoming.values()];
  const unread = arrived.filter(({ text }) => text === undefined);
  if (unread.length > 0 || looks.some(({ outcome }) => outcome === "refused")) {
    const texts = new Map(unread.map(({ look }) => [look.page.url, look.text]));
    return { ending: "refused", diagnostics: arrived.flatMap(({ diagnostics }) => diagnostics), texts, looks };
  }

  const changed = arrived.filter((one) => one.changed);
  if (changed.length === 0) return { ending: "unchanged" };
  const texts = new Map(changed.map(({ look, text = "" }) => [look.page.id, text]));
  const computed = await compute(loaded.file, cwd, texts);
  const { built, inputs } = computed;
  if (built === undefined) return { ending: "refused", diagnostics: computed.diagnostics, texts: inputs.texts, looks };

  const report = reportBuilt(loaded, built);
  const verdict = judgeBuilt(loaded, inputs, built);
  if (!verdict.ok && !mayWrite(verdict)) return { ending: "stopped", report, verdict };
  const files = [...changed.map(({ look, text = "" }) => ({ path: look.page.file, text })), ...built.files];
  const pages = changed.map(({ look }) => look.page.id);
  const ending = report.extent === "none" || report.extent === "page" ? "reworded" : "changed";
  return { ending, files, pages, computed, report };
}
