import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { sourceMapsOf } from "../packed/source-maps.ts";
import type { PackageGate } from "./gate.ts";

export const maps: PackageGate = {
  name: "maps",
  holds: "every declaration has a map, and every map leads to a source that is shipped",
  of: "package",
  look({ files, unpacked }) {
    const found = sourceMapsOf(unpacked, files);
    const nowhere = found
      .filter(({ embedded, map }) => !embedded || map.endsWith(".d.ts.map"))
      .flatMap(({ map, sources }) =>
        sources.filter((source) => !files.includes(source)).map((source) => `${map}: ${source}`),
      );
    const code = files.filter((file) => /\.[cm]?[jt]s$/.test(file) && !file.startsWith("src/"));
    const dangling = code.flatMap((file) => {
      const [, path] =
        /^\/\/# sourceMappingURL=(?!data:)(\S+)\s*$/m.exec(readFileSync(join(unpacked, file), "utf8")) ?? [];
      return path === undefined || files.includes(posix.join(posix.dirname(file), path)) ? [] : [`${file}: ${path}`];
    });
    const unmapped = files.filter((file) => /\.d\.[cm]?ts$/.test(file) && !files.includes(`${file}.map`));
    return {
      checked: [...found.map(({ map }) => map), ...code],
      problems: [
        ...nowhere.map((message) => ({
          message: `A map leads to a source that is not shipped: ${message}`,
          hint: "Ship src, so that an editor can go to it.",
        })),
        ...dangling.map((message) => ({ message: `A file names a map that is not shipped: ${message}` })),
        ...unmapped.map((file) => ({
          message: `${file} has no map`,
          hint: 'Set "declarationMap" in tsconfig.build.json.',
        })),
      ],
    };
  },
};
