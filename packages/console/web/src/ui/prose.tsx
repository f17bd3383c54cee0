import { type Block, blocksOf } from "../lib/prose.ts";

/** A text of the documentation with its paragraphs and lists, as elements: no text ever becomes markup. */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div className="prose">
      <Blocks blocks={blocksOf(text)} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => {
    // Parts have no name, and none is ever moved.
    const key = String(index);
    if (block.kind === "paragraph") return <p key={key}>{block.text}</p>;
    const List = block.isOrdered ? "ol" : "ul";
    return (
      <List key={key}>
        {block.items.map((item, number) => (
          <li key={String(number)}>
            <Blocks blocks={item} />
          </li>
        ))}
      </List>
    );
  });
}
