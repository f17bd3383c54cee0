import type { FetchedPage, PageLayout } from "../fetched.ts";
import { factsOf } from "../html/facts.ts";
import type { ReceivedAnswer } from "../http/receive.ts";
import { showText } from "../show.ts";
import { failure, type Trip } from "../trip.ts";
import { decode } from "./decode.ts";
import { layoutOf } from "./layout.ts";
import { htmlStandIn, textStandIn } from "./stand-in.ts";

/** The page in an answer. Throws where the answer is not the page. */
export function judge(trip: Trip, answer: ReceivedAnswer): Pick<FetchedPage, "text" | "layout"> {
  const refuse = (code: Parameters<typeof failure>[2], what: string) => failure(trip, answer.url, code, what);
  if (answer.bytes.length === 0) throw refuse("empty", "its body is empty");
  const layout = layoutOf(answer, trip.asked);
  if (layout === undefined) throw refuse("not-a-document", kindOf(answer));
  const text = decode(trip, answer, layout);
  if (text.trim() === "") throw refuse("empty", "its body is nothing but white space");
  if (layout === "html" && breaksOff(answer, text)) throw refuse("cut-short", "it breaks off before its closing tag");
  const standIn = standInOf(trip, answer, layout, text);
  if (standIn !== undefined) throw refuse(standIn.code, standIn.what);
  return { text, layout };
}

function standInOf(trip: Trip, answer: ReceivedAnswer, layout: PageLayout, text: string) {
  return layout === "html" ? htmlStandIn(factsOf(text), trip.asked, answer.url) : textStandIn(text);
}

function kindOf({ headers }: ReceivedAnswer): string {
  const type = headers["content-type"];
  return type === undefined ? "the server does not say what kind of file it is" : `it is ${showText(type)}`;
}

/** A body that ends when the connection does looks whole wherever it is cut; then its last tag is all there is to see. */
function breaksOff({ headers }: ReceivedAnswer, text: string): boolean {
  const framed = headers["content-length"] ?? headers["transfer-encoding"] ?? headers["content-encoding"];
  return framed === undefined && /<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text);
}
