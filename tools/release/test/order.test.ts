import fc from "fast-check";
import { expect, it } from "vitest";
import { dependenciesFirst } from "../src/order.ts";
import type { Workspace } from "../src/workspaces.ts";

const one = (name: string, ...dependencies: string[]): Workspace => ({
  at: `packages/${name}`,
  name,
  version: "1.0.0",
  private: false,
  commands: [],
  dependencies,
});

it("puts each package after those that it depends on, whatever the order they came in", () => {
  // Package n may depend on any package before it, so that there is always an order.
  const graph = fc
    .array(fc.array(fc.nat()), { maxLength: 12 })
    .map((wishes) =>
      wishes.map((wish, index) =>
        one(`p${index}`, ...new Set(wish.filter(() => index > 0).map((number) => `p${number % index}`))),
      ),
    );
  const shuffled = graph.chain((packages) =>
    fc.shuffledSubarray(packages, { minLength: packages.length, maxLength: packages.length }),
  );
  fc.assert(
    fc.property(shuffled, (packages) => {
      const names = dependenciesFirst(packages).map(({ name }) => name);
      expect([...names].sort()).toEqual(packages.map(({ name }) => name).sort());
      for (const { name, dependencies } of packages)
        for (const other of dependencies) expect(names.indexOf(other)).toBeLessThan(names.indexOf(name));
    }),
  );
});

it("passes over what is not of this repository", () => {
  expect(dependenciesFirst([one("b", "left-pad", "a"), one("a")]).map(({ name }) => name)).toEqual(["a", "b"]);
});

it("refuses packages that depend on each other", () => {
  expect(() => dependenciesFirst([one("a", "b"), one("b", "a")])).toThrow("Packages depend on each other: a -> b -> a");
});
