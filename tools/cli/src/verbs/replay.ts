import { type Bump, describeTrip, summaryOf, tellApart } from "@tools/diff";
import type { Diagnostic } from "@tools/read";
import { acceptedBy } from "../accepted.ts";
import { loadConfig } from "../config-file.ts";
import { configPath } from "../config-path.ts";
import { type ExitCode, exitCode, UsageError } from "../exit.ts";
import { readInputs } from "../inputs.ts";
import { type Replayed, replay as replayAll } from "../replay.ts";
import { findRevisions } from "../revisions.ts";
import { where } from "../terminal/diagnostics.ts";
import { visible } from "../terminal/frame.ts";
import { plural } from "../terminal/summary.ts";
import type { Call, Paint, Style } from "../verb.ts";

/** `catalog replay`: what would have been said and released, revision by revision. */
export async function replay(call: Call): Promise<ExitCode> {
  const { options, args, terminal, cwd } = call;
  const loaded = await loadConfig(configPath(call), cwd);
  const page = options.page;
  const known = typeof page === "string" ? loaded.config.pages[page] : undefined;
  if (typeof page !== "string" || known === undefined) {
    throw new UsageError(
      typeof page === "string" ? `There is no page "${page}"` : "Expected --page <id>",
      `The pages are ${Object.keys(loaded.config.pages).join(", ")}.`,
    );
  }
  if (args.length === 0)
    throw new UsageError(
      "Expected files, a folder or a git range",
      `For example: catalog replay --page ${page} HEAD~5..HEAD`,
    );
  const revisions = findRevisions(args, loaded.path(known.file), cwd);
  const replayed = await replayAll(loaded, await readInputs(loaded, cwd), page, revisions, acceptance(call));
  const totals = totalsOf(replayed);
  if (options.json === true) {
    terminal.out(`${JSON.stringify({ page, revisions: replayed, totals }, null, 2)}\n`);
    return exitCode.ok;
  }
  for (const revision of replayed) terminal.out(showRevision(revision, terminal.paint));
  const list = Object.entries({ ...totals.verdicts, ...totals.bumps }).map(([name, count]) => `${count} ${name}`);
  terminal.out(`\n${plural(replayed.length, "revision")}: ${list.join(", ")}\n`);
  return exitCode.ok;
}

/** What was accepted in its day: a revision by its name (the same change may have been refused before), or a fingerprint. */
function acceptance(call: Call): (label: string, fingerprint: string) => boolean {
  const accepted = acceptedBy(call);
  return (label, fingerprint) =>
    accepted.some(
      (one) => one === fingerprint || label === one || label.startsWith(`${one} `) || label.endsWith(`/${one}`),
    );
}

function totalsOf(replayed: readonly Replayed[]) {
  const verdicts: Partial<Record<Replayed["verdict"], number>> = {};
  const bumps: Partial<Record<Bump, number>> = {};
  for (const revision of replayed) {
    verdicts[revision.verdict] = (verdicts[revision.verdict] ?? 0) + 1;
    // Only what is taken in would have been released.
    const bump = revision.verdict === "ok" || revision.verdict === "cosmetic" ? revision.report.bump : "none";
    if (bump !== "none") bumps[bump] = (bumps[bump] ?? 0) + 1;
  }
  return { verdicts, bumps };
}

const styles: Readonly<Record<Replayed["verdict"], Style>> = {
  unchanged: "dim",
  cosmetic: "dim",
  ok: "green",
  refused: "red",
  rejected: "red",
};

function showRevision(revision: Replayed, paint: Paint): string {
  const head = `${paint(styles[revision.verdict], revision.verdict.padEnd(9))}  ${revision.label}`;
  if (revision.verdict === "rejected") {
    return `${head}\n${showRejection(revision.diagnostics)}`;
  }
  const { report } = revision;
  const said = revision.verdict === "unchanged" ? "" : `  ${paint("bold", report.bump)}  ${summaryOf(report.changes)}`;
  const trips =
    revision.verdict === "refused" ? revision.trips.map((trip) => `             ${visible(describeTrip(trip))}\n`) : [];
  const flag = revision.verdict === "refused" ? `             accepted by --accept ${revision.fingerprint}\n` : "";
  const renames = report.renames.map(
    ({ vocabulary, from, to }) =>
      `             rename? ${vocabulary}: ${tellApart(from, to).map(visible).join(" -> ")}\n`,
  );
  return `${head}${said}\n${trips.join("")}${flag}${renames.join("")}`;
}

/** Each rule once, with its first place: a page that is broken is mostly broken in one way many times. */
function showRejection(diagnostics: readonly Diagnostic[]): string {
  const lines = [...Map.groupBy(diagnostics, ({ rule }) => rule)].map(([rule, [first, ...others]]) => {
    const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
    return first === undefined ? "" : `             ${where(first)} ${rule}: ${visible(first.message)}${more}\n`;
  });
  return lines.join("");
}
