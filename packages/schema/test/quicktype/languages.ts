import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** A language that quicktype makes a decoder in, and how a program that uses it is run. */
export interface Language {
  readonly name: string;
  /** quicktype's name of it. */
  readonly id: "typescript" | "go" | "python";
  readonly options: Readonly<Record<string, string>>;
  /** How it declares the states where they are known. */
  readonly states: RegExp;
  /** File of what quicktype makes. */
  readonly file: string;
  /** A program that decodes an event from standard input, and prints it encoded again. */
  readonly program: Readonly<Record<string, string>>;
  /** Commands, one after the other; the last one decodes. */
  readonly commands: readonly (readonly [program: string, ...args: string[]])[];
  /** Why it cannot be run here, if it cannot. */
  readonly missing?: string;
}

const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
const go = process.env.GO_PATH ?? "/usr/bin/go";
const python = process.env.PYTHON_PATH ?? "/usr/bin/python3";

export const languages: readonly Language[] = [
  {
    name: "TypeScript",
    id: "typescript",
    options: {},
    states: /^export type State =/m,
    file: "flow-event.ts",
    program: {
      "package.json": '{ "type": "module" }',
      "main.ts": `import { Convert, type FlowEvent } from "./flow-event.js";
import { readFileSync } from "node:fs";
const event: FlowEvent = Convert.toFlowEvent(readFileSync(0, "utf8"));
console.log(Convert.flowEventToJson(event));
`,
      "node.d.ts": `declare module "node:fs" { export function readFileSync(file: 0, encoding: "utf8"): string; }
declare const console: { log(text: string): void };
`,
    },
    commands: [
      [
        process.execPath,
        join(typescript, "../bin/tsc"),
        ...[
          "--strict",
          "--target",
          "es2022",
          "--lib",
          "es2022",
          "--module",
          "nodenext",
          "--types",
          "",
          "main.ts",
          "node.d.ts",
        ],
      ],
      [process.execPath, "main.js"],
    ],
  },
  {
    name: "Go",
    id: "go",
    options: { package: "main" },
    states: /^type State string$/m,
    file: "flow_event.go",
    program: {
      "main.go": `package main

import (
	"fmt"
	"io"
	"os"
)

func main() {
	input, err := io.ReadAll(os.Stdin)
	if err != nil {
		panic(err)
	}
	event, err := UnmarshalFlowEvent(input)
	if err != nil {
		panic(err)
	}
	output, err := event.Marshal()
	if err != nil {
		panic(err)
	}
	fmt.Println(string(output))
}
`,
    },
    commands: [[go, "build", "-o", "main", "main.go", "flow_event.go"], ["./main"]],
    ...(!existsSync(go) && { missing: "not found: install Go, or set GO_PATH" }),
  },
  {
    name: "Python",
    id: "python",
    options: { "python-version": "3.7" },
    states: /^class State\(Enum\):$/m,
    file: "flow_event.py",
    program: {
      "main.py": `import json
import sys

from flow_event import flow_event_from_dict, flow_event_to_dict

print(json.dumps(flow_event_to_dict(flow_event_from_dict(json.load(sys.stdin)))))
`,
    },
    commands: [[python, "main.py"]],
    ...(!existsSync(python) && { missing: "not found: install Python 3, or set PYTHON_PATH" }),
  },
];
