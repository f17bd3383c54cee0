import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A state that no version of the documentation has. */
export const newState = "rehearsal_screen_shown";
/** The code that becomes another, and the action that it stands for. */
export const movedCode = { action: "waiting_complete", from: 7007, to: 7017 } as const;

/** The page gets one more state. */
export function addState(copy: string): Promise<void> {
  return edit(join(copy, "docs/sources/end-user-flow-events.md"), (page) =>
    page.replace(
      /^\| `client_started` \|.*$/m,
      (row) => `${row}\n| \`${newState}\` | The screen that is only there to rehearse a release is shown |`,
    ),
  );
}

/** The page gives an action another code. */
export function moveCode(copy: string): Promise<void> {
  const { from, to, action } = movedCode;
  return edit(join(copy, "docs/sources/event-webhook.md"), (page) =>
    page.replace(`| \`${from}\` | \`${action}\` |`, `| \`${to}\` | \`${action}\` |`),
  );
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(file, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${file} is not what the rehearsal expects: there was nothing to change`);
  await writeFile(file, changed);
}
