import type { Job, Permissions, Workflow } from "./workflow.ts";

/** What a workflow may do that it need not, as sentences. */
export function excessRights({ permissions, jobs }: Workflow): readonly string[] {
  return [
    ...(permissions === undefined ? ["permissions are not limited for the workflow as a whole"] : []),
    ...(writes(permissions) ? ["every job of the workflow may write"] : []),
    ...Object.entries(jobs).flatMap(([name, job]) => excessOf(name, job)),
  ];
}

function excessOf(name: string, { permissions, steps = [], "timeout-minutes": timeout }: Job): readonly string[] {
  const publishes = typeof permissions === "object" && permissions["id-token"] === "write";
  const loose = steps.flatMap(({ uses }) =>
    uses === undefined || /@(v\d+\.\d+\.\d+|[0-9a-f]{40})$/.test(uses) ? [] : [uses],
  );
  return [
    ...(permissions === "write-all" ? [`the job ${name} may write everything`] : []),
    ...(publishes && steps.some(({ uses }) => uses?.startsWith("actions/checkout"))
      ? [`the job ${name} has the identity that publishes and runs code of the repository`]
      : []),
    ...(writes(permissions) && steps.some(({ run = "" }) => installed.test(run))
      ? [`the job ${name} may write and runs what is installed`]
      : []),
    ...(timeout === undefined ? [`the job ${name} may run for ever`] : []),
    ...loose.map((uses) => `the job ${name} uses ${uses}, which may become something else`),
  ];
}

/** Commands that run code of the repository or of its dependencies. */
const installed = /\b(?:npx|pnpm|npm (?:run|test|ci|install)|bash \.)/;

const writes = (permissions: Permissions | undefined): boolean =>
  permissions === "write-all" || (typeof permissions === "object" && Object.values(permissions).includes("write"));
