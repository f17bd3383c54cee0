import { useEffect, useState } from "react";
import type { Words } from "../../../src/api/types/index.ts";
import { now } from "../lib/clock.ts";
import { formatAgo, formatMoment, nothing } from "../lib/format.ts";
import { idWords, visible } from "../lib/visible.ts";
import { Button } from "./button.tsx";

/** A moment in UTC; how long ago it is stands in its title, or beside it. */
export function Moment({ at, ago = false }: { readonly at: string; readonly ago?: boolean }) {
  const words = formatAgo(at, now());
  return (
    <time dateTime={at} title={ago ? `${formatMoment(at)} UTC` : words} className="moment">
      {ago ? words : formatMoment(at)}
    </time>
  );
}

/** Words that hold a text from outside: nothing in them turns around what stands beside them. */
export function Foreign({ children }: { readonly children: string }) {
  return <bdi>{visible(children)}</bdi>;
}

/** A value as it came from outside. */
export function Code({ children, className }: { readonly children: string; readonly className?: string }) {
  return <code className={className}>{visible(children)}</code>;
}

const longestOnOneLine = 40;

/** An id or another text of a machine, in full; a dash where there is none. */
export function Id({ children }: { readonly children: string | null }) {
  if (children === null) return <span className="faint">{nothing}</span>;
  return <code className={children.length > longestOnOneLine ? "id" : "id id-short"}>{idWords(children)}</code>;
}

/** A value in the catalog's words, with the value itself beside it. */
export function Value({ words }: { readonly words: Words }) {
  return (
    <span className="value">
      <Foreign>{words.title}</Foreign> <Code>{words.value}</Code>
      {!words.known && <Tag kind="warn">not in the catalog</Tag>}
    </span>
  );
}

export type TagKind = "plain" | "good" | "warn" | "bad" | "accent";

/** A short word about what it stands beside. */
export function Tag({
  kind = "plain",
  title,
  children,
}: {
  readonly kind?: TagKind;
  readonly title?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <span className={`tag tag-${kind}`} title={title}>
      {children}
    </span>
  );
}

/** Puts a text on the clipboard, and says so. */
export function Copy({ text, what }: { readonly text: string; readonly what: string }) {
  const [word, setWord] = useState<"Copy" | "Copied" | "Select and copy it by hand">("Copy");
  useEffect(() => {
    if (word === "Copy") return;
    const timer = setTimeout(() => setWord("Copy"), 3000);
    return () => clearTimeout(timer);
  }, [word]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setWord("Copied"),
      () => setWord("Select and copy it by hand"),
    );
  return (
    <span aria-live="polite">
      <Button kind="quiet" label={word === "Copy" ? `Copy ${what}` : word} onPress={() => void copy()}>
        {word}
      </Button>
    </span>
  );
}

/** A text of several lines as it is, with a way to copy it. */
export function Listing({ text, what }: { readonly text: string; readonly what: string }) {
  return (
    <figure className="listing">
      <figcaption>
        <span>{what}</span>
        <Copy text={text} what={what.toLowerCase()} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard. */}
      <pre tabIndex={0}>{visible(text)}</pre>
    </figure>
  );
}
