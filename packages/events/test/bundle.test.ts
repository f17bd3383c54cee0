import { gzipSync } from "node:zlib";
import { catalog } from "@flow-catalog/catalog";
import { afterAll, describe, expect, it } from "vitest";
import { bundlers } from "./support/bundlers.ts";
import { createProject } from "./support/project.ts";

const project = createProject();
afterAll(() => project.remove());

const { event, reason, state } = catalog.vocabularies as Required<typeof catalog.vocabularies>;
const entries = (vocabulary: typeof event) => vocabulary?.entries ?? [];
const texts = (vocabulary: typeof event) =>
  entries(vocabulary).flatMap((entry) => entry.descriptions.map((each) => each.text));

/** The member of a module whose value is the longest, so that every other costs less. */
const longest = [
  ...[event, reason, state].map((vocabulary) => {
    const [first] = entries(vocabulary).toSorted((a, b) => String(b.value).length - String(a.value).length);
    return { module: vocabulary?.exports.module ?? "", name: first?.name ?? "", value: String(first?.value) };
  }),
  { module: "code", name: entries(event)[0]?.name ?? "", value: String(entries(event)[0]?.attributes?.code) },
];

describe.each(Object.keys(bundlers))("a bundle by %s", (tool) => {
  let count = 0;
  const bundle = (code: string) => bundlers[tool]!(project.write(`${tool}-${count++}.js`, code));

  it.each(longest)("pays under 60 bytes for one value of /$module: $name", async ({ module, name, value }) => {
    const code = await bundle(
      `import * as Values from "@flow-catalog/events/${module}";\nconsole.log(Values.${name});`,
    );
    expect(code).toContain(value);
    expect(Buffer.byteLength(code) - "console.log();".length).toBeLessThan(60);
  });

  it("pays under 4 kB, minified and compressed, for all of the main entry", async () => {
    const code = await bundle(`export * from "@flow-catalog/events";`);
    for (const { value } of entries(state)) expect(code).toContain(value);
    for (const text of texts(state)) expect(code).not.toContain(text);
    expect(code).not.toContain("~standard");
    expect(gzipSync(code).length).toBeLessThan(4096);
  });

  it("has of the main entry only what is imported", async () => {
    const guard = await bundle(`import { isEventAction } from "@flow-catalog/events";\nconsole.log(isEventAction(1));`);
    expect(guard).toContain("flow_cancelled");
    for (const { value } of [...entries(state), ...entries(reason)]) expect(guard).not.toContain(value);
    expect(Buffer.byteLength(guard)).toBeLessThan(250);

    const lookup = await bundle(`import { codeOf } from "@flow-catalog/events";\nconsole.log(codeOf("x"));`);
    expect(lookup).toContain("7010");
    for (const { value } of [...entries(state), ...entries(reason)]) expect(lookup).not.toContain(value);
    expect(Buffer.byteLength(lookup)).toBeLessThan(300);

    const version = await bundle(
      `import { catalogVersion } from "@flow-catalog/events";\nconsole.log(catalogVersion);`,
    );
    expect(Buffer.byteLength(version)).toBeLessThan(60);
  });

  it("has the descriptions of one vocabulary where one is asked for", async () => {
    const code = await bundle(
      `import { describeFlowReason } from "@flow-catalog/events/descriptions";\nconsole.log(describeFlowReason("x"));`,
    );
    for (const { value } of entries(reason)) expect(code).toContain(value);
    for (const text of texts(event)) expect(code).not.toContain(text);
    expect(code).not.toContain("client_started");
  });

  it("has of the Standard Schemas the one that is imported, with the list of its values", async () => {
    const code = await bundle(
      `import { eventActionSchema } from "@flow-catalog/events/standard";\nconsole.log(eventActionSchema);`,
    );
    for (const { value } of entries(event)) expect(code).toContain(value);
    for (const { value } of [...entries(state), ...entries(reason)]) expect(code).not.toContain(value);
    expect(Buffer.byteLength(code)).toBeLessThan(1_200);
  });

  it("is nothing where nothing is used", async () => {
    const modules = ["", "/descriptions", "/standard", "/state"].map(
      (path, index) => `import * as unused${index} from "@flow-catalog/events${path}";\n`,
    );
    expect(await bundle(modules.join(""))).toBe("");
  });
});
