import { readFile } from "node:fs/promises";
import { publint as lint } from "publint";
import { formatMessage } from "publint/utils";
import { entriesOf } from "../packed/entries.ts";
import type { PackageGate } from "./gate.ts";

export const publint: PackageGate = {
  name: "publint",
  holds: "publint finds nothing to say of the tarball, not even a suggestion",
  of: "package",
  async look({ tarball, manifest }) {
    const bytes = await readFile(tarball);
    const { messages } = await lint({
      pack: { tarball: new Uint8Array(bytes).buffer },
      level: "suggestion",
      strict: true,
    });
    return {
      checked: entriesOf(manifest).map(({ subpath }) => subpath),
      problems: messages.map((message) => ({
        message: formatMessage(message, manifest as never, { color: false }) ?? message.code,
        hint: `Rule ${message.code}`,
      })),
    };
  },
};
