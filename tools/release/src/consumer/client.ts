/** A package manager as a stranger uses it. */
export interface Client {
  readonly name: "npm" | "pnpm";
  /** Installs packages, or raises them, in an empty project. */
  install(specifiers: readonly string[]): readonly [string, ...string[]];
}

export const clients: readonly Client[] = [
  {
    name: "npm",
    install: (specifiers) => ["npm", "install", "--no-audit", "--no-fund", "--save-exact", ...specifiers],
  },
  { name: "pnpm", install: (specifiers) => ["pnpm", "add", "--save-exact", ...specifiers] },
];
