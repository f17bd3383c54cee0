import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { partsWith } from "../support/parts.ts";

const text = readFileSync(new URL("../../../../docs/console/api.md", import.meta.url), "utf8");
const sources = ["../../src/api/", "../../src/guard/"].map((folder) => new URL(folder, import.meta.url));

describe("docs/console/api.md", () => {
  it("lists every route, and none that is not there", () => {
    const documented = [...text.matchAll(/^\| `((?:GET|POST) \S+)` \|/gm)].map(([, route]) => route);
    const routes = createApp(partsWith()).routes.filter(({ method, path }) => method !== "ALL" && path !== "/*");
    expect(documented.toSorted()).toEqual([...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort());
  });

  it("lists every code of a problem", () => {
    const codes = sources.flatMap((folder) =>
      globSync("*.ts", { cwd: folder }).flatMap((file) =>
        [...readFileSync(new URL(file, folder), "utf8").matchAll(/\bcode: "(\w+)"/g)].map(([, code]) => code ?? ""),
      ),
    );
    const documented = [...text.matchAll(/^\| \d{3} \|(.*)\|$/gm)].flatMap(([, cell]) =>
      [...(cell ?? "").matchAll(/`([a-z_]+)`/g)].map(([, code]) => code ?? ""),
    );
    expect(documented.toSorted()).toEqual([...new Set(codes)].sort());
  });
});
