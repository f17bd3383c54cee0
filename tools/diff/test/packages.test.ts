import { expect, test } from "vitest";
import { bumpsOfPackages, diff, type PackageFacts } from "../src/index.ts";
import { catalog, entry, tombstone, vocabulary } from "./build.ts";

const packages: readonly PackageFacts[] = [
  { name: "@example/catalog", follows: "catalog" },
  { name: "@example/kit", follows: ["event"] },
];

const event = vocabulary([entry("started"), entry("ended")]);
const state = vocabulary([entry("shown")]);

const steps = {
  "nothing changes": [{}, ["none", "none"]],
  "an event is added": [{ event: vocabulary([...event.entries, entry("paused")]) }, ["minor", "minor"]],
  "an event goes": [{ event: vocabulary([entry("started"), tombstone(entry("ended"))]) }, ["minor", "minor"]],
  "an event is dropped": [{ event: vocabulary([entry("started")]) }, ["major", "major"]],
  "an event is described in other words": [
    { event: vocabulary([entry("started", "Else"), entry("ended")]) },
    ["patch", "none"],
  ],
  "a state is added": [{ state: vocabulary([...state.entries, entry("hidden")]) }, ["minor", "none"]],
} as const;

test.for(Object.entries(steps))("%s", ([, [change, bumps]]) => {
  const changes = diff(catalog({ event, state }), catalog({ event, state, ...change }));
  expect(bumpsOfPackages(changes, packages).map(({ bump }) => bump)).toEqual(bumps);
});
