import { type Answer, type Mark, mark } from "../changes/answer.ts";
import { askBuf, askInspector } from "../changes/ask-peers.ts";
import { type Edit, edits } from "../changes/edits.ts";
import { askOwn } from "../changes/own.ts";
import { quote } from "../format.ts";
import { installPeers, peerVersions } from "../peers/peers.ts";
import type { Suite } from "../suite.ts";

/** What edits of a page are called, here and by tools that compare schemas. */
export const changes: Suite = {
  name: "changes",
  async run(say) {
    installPeers("changes", say);
    const versions = peerVersions("changes");
    const tools: readonly { readonly name: string; readonly ask: (edit: Edit) => Promise<Answer> }[] = [
      { name: "**this project**", ask: askOwn },
      { name: `@graphql-inspector/core ${versions["@graphql-inspector/core"]}`, ask: askInspector },
      { name: `buf breaking ${versions["@bufbuild/buf"]}`, ask: askBuf },
    ];
    say(`${edits.length} edits`);
    const asked = await Promise.all(
      tools.map(async ({ ask }) => {
        const answers: Answer[] = [];
        for (const edit of edits) answers.push(await ask(edit));
        return answers.map((answer, index) => ({ answer, mark: mark((edits[index] as Edit).needs, answer) }));
      }),
    );
    return {
      title: "What a change means",
      method: [
        `${edits.length} edits of a page with two related tables. What each needs was written down, with the reason, before any tool was asked: \`tools/bench/src/changes/edits.ts\`.`,
        "This project reads the two pages, remembers the first, and judges and compares as `catalog generate` and `catalog diff` do. The peers get the same edit in their own language, as expressive as it is: GraphQL with descriptions, `@deprecated`, and directives for codes, relations and the source; Protocol Buffers with kept numbers, codes as numbers, `deprecated` and comments, under buf's strictest rules (`FILE`).",
        "In doubt for the peer: it is told to keep a value that left the page as deprecated, which somebody has to know; any report that is not called breaking is right for additions and for texts alike; a breaking change and an error both stop what must be stopped.",
        "Blind: what the language cannot express (before and after are the same, or it refuses the value), or what the tool has no verdict for (buf says whether something breaks, and nothing else).",
      ],
      tables: [
        {
          caption: "Verdicts",
          columns: ["tool", "right", "wrong", "blind"],
          rows: tools.map(({ name }, index) => {
            const count = (wanted: Mark) => String(asked[index]?.filter((one) => one.mark === wanted).length);
            return [name, count("right"), count("wrong"), count("blind")];
          }),
        },
        {
          caption: "Edit by edit",
          columns: ["edit", "needs", "because", ...tools.map(({ name }) => name)],
          rows: edits.map(({ what, needs, why }, index) => [
            what,
            needs,
            why,
            ...asked.map((answers) => {
              const one = answers[index];
              return one === undefined ? "" : cell(one.mark, one.answer);
            }),
          ]),
        },
      ],
    };
  },
};

const words: Readonly<Record<Answer["says"], string>> = {
  breaking: "breaking",
  minor: "minor",
  patch: "patch",
  nothing: "nothing",
  stop: "stop",
  safe: "a change that does not break",
  silent: "says nothing",
  error: "cannot express this",
  same: "cannot express this",
};

function cell(verdict: Mark, { says, quote: said }: Answer): string {
  if (verdict === "right") return "right";
  const word = verdict === "blind" && says === "silent" ? "has no verdict for this" : words[says];
  const reported = says === "error" || verdict === "wrong" ? said : "";
  return `${verdict === "wrong" ? "**wrong**" : "blind"}: ${word}${reported === "" ? "" : ` ${quote(reported)}`}`;
}
