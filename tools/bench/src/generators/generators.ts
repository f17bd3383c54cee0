import { join } from "node:path";
import { peerFile, peerVersions } from "../peers/peers.ts";
import { repository } from "../repository.ts";
import type { Generator } from "./generator.ts";
import { graphql } from "./inputs/graphql.ts";
import { jsonSchema } from "./inputs/json-schema.ts";
import { openapi } from "./inputs/openapi.ts";
import { page, pageConfig } from "./inputs/page.ts";
import { proto } from "./inputs/proto.ts";

const main = join(repository, "tools/cli/src/start.mjs");

/** This project, as it is used: the page is Markdown, and the ledger stays from run to run. */
export const own: Generator = {
  name: "**this project**",
  input: "a page of Markdown",
  files: (vocabularies) => ({ "page.md": page(vocabularies), "catalog.config.ts": pageConfig(vocabularies) }),
  command: [main, "generate", "--config", "catalog.config.ts"],
  watch: [main, "watch", "--config", "catalog.config.ts"],
  constants: (vocabulary, member) => [
    `import * as ${vocabulary} from "./out/constants/${moduleOf(vocabulary)}.ts";\nconsole.log(${vocabulary}.${member});`,
    ...imported(`out/enums/${moduleOf(vocabulary)}.ts`)(vocabulary, member),
  ],
};

const moduleOf = (name: string): string => name.replace(/([a-z])(?=[A-Z])/g, "$1-").toLowerCase();

/** The peers, each with the input and the settings that carry most of a vocabulary. */
export function peerGenerators(): readonly Generator[] {
  const versions = peerVersions("generators");
  const file = (path: string) => peerFile("generators", path);
  const named = (name: string, more = "") => `${name} ${versions[name]}${more}`;
  const quicktype = [file("quicktype/dist/index.js"), "--src-lang", "schema", "--lang", "ts", "--just-types"];
  return [
    {
      name: named("@hey-api/openapi-ts"),
      input: "OpenAPI 3.1, `enum` with `x-enum-descriptions`",
      files: (vocabularies) => ({
        "openapi.json": openapi(vocabularies, "x-enum-descriptions"),
        "hey.config.mjs": config({
          input: "openapi.json",
          output: "out",
          plugins: [{ name: "@hey-api/typescript", enums: "typescript" }],
        }),
      }),
      command: [file("@hey-api/openapi-ts/bin/run.js"), "--file", "hey.config.mjs"],
      constants: imported("out/types.gen.ts"),
    },
    {
      name: named("orval"),
      input: "OpenAPI 3.1, `oneOf` with `const`",
      files: (vocabularies) => ({
        "openapi.json": openapi(vocabularies, "oneOf"),
        "orval.config.mjs": config({
          api: {
            input: "./openapi.json",
            output: { target: "./out/api.ts", schemas: "./out/model", client: "fetch" },
          },
        }),
      }),
      command: [file("orval/dist/bin/orval.mjs"), "--config", "orval.config.mjs"],
      watch: [file("orval/dist/bin/orval.mjs"), "--config", "orval.config.mjs", "--watch", "openapi.json"],
      constants: imported("out/model/index.ts"),
    },
    {
      name: `${named("@graphql-codegen/cli")} with typescript ${versions["@graphql-codegen/typescript"]}`,
      input: "GraphQL enums with descriptions",
      files: (vocabularies) => ({
        "schema.graphql": graphql(vocabularies),
        "codegen.mjs": config({
          schema: "schema.graphql",
          generates: { "out/types.ts": { plugins: ["typescript"] } },
        }),
      }),
      command: [file("@graphql-codegen/cli/esm/bin.js"), "--config", "codegen.mjs"],
      watch: [file("@graphql-codegen/cli/esm/bin.js"), "--config", "codegen.mjs", "--watch"],
      constants: imported("out/types.ts"),
    },
    {
      name: `${named("@bufbuild/buf")} with protoc-gen-es ${versions["@bufbuild/protoc-gen-es"]}`,
      input: "Protocol Buffers with comments",
      files: (vocabularies, earlier) => ({
        "proto/vocabularies.proto": proto(vocabularies, earlier),
        "buf.yaml": "version: v2\nmodules:\n  - path: proto\n",
        "buf.gen.yaml": JSON.stringify({
          version: "v2",
          plugins: [
            { local: ["node", file("@bufbuild/protoc-gen-es/bin/protoc-gen-es")], out: "out", opt: ["target=ts"] },
          ],
        }),
      }),
      command: [file("@bufbuild/buf/bin/buf"), "generate"],
      constants: imported("out/vocabularies_pb.ts"),
    },
    {
      name: named("openapi-typescript", " `--enum`"),
      input: "OpenAPI 3.1, `enum` with `x-enum-descriptions`",
      files: (vocabularies) => ({ "openapi.json": openapi(vocabularies, "x-enum-descriptions") }),
      command: [file("openapi-typescript/bin/cli.js"), "openapi.json", "--enum", "--output", "out/types.ts"],
      constants: imported("out/types.ts"),
    },
    {
      name: named("json-schema-to-typescript"),
      input: "JSON Schema, `oneOf` with `const`",
      files: (vocabularies) => ({ "schema.json": jsonSchema(vocabularies, "oneOf") }),
      command: [
        file("json-schema-to-typescript/dist/src/cli.js"),
        "--input",
        "schema.json",
        "--output",
        "out/types.ts",
      ],
    },
    {
      name: named("quicktype"),
      input: "JSON Schema, `enum`",
      files: (vocabularies) => ({ "schema.json": jsonSchema(vocabularies, "enum") }),
      command: [...quicktype, "--no-prefer-unions", "--src", "schema.json", "--out", "out/types.ts"],
      constants: imported("out/types.ts"),
    },
  ];
}

const config = (value: object): string => `export default ${JSON.stringify(value, null, 2)};\n`;

const imported = (file: string) => (vocabulary: string, member: string) => [
  `import { ${vocabulary} } from "./${file}";\nconsole.log(${vocabulary}[${JSON.stringify(member)}]);`,
];
