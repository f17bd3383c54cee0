const sentences: ReadonlyMap<string, string> = new Map([
  ["signature_missing", "It carried no signature."],
  ["signature_malformed", "Its signature is not 64 hexadecimal digits."],
  ["signature_conflict", "Its signature headers contradict each other."],
  ["signature_mismatch", "None of the configured secrets makes its signature."],
  ["client_mismatch", "It is signed, but for another integration."],
  ["body_not_raw", "Its body was changed before the signature could be checked."],
  ["body_too_large", "Its body is larger than what is taken."],
  ["request_unreadable", "The request broke while it was read."],
  ["not_json", "It is signed, but its body is not JSON."],
  ["not_an_event", "It is signed JSON, but not an event: it has not all of id, action and code."],
  ["too_deep", "It is signed, but nested deeper than any event, so it was not read."],
  ["handler_failed", "It could not be kept."],
  ["overloaded", "Too many deliveries were waiting."],
  ["too_slow", "Its body took too long to arrive."],
  ["store_failed", "The store did not take it."],
  ["unsupported_encoding", "Its body was compressed, which is not taken."],
]);

/** Why a delivery was quarantined or refused, in a word and in a sentence. */
export function whyNot(code: string): { readonly code: string; readonly sentence: string } {
  return { code, sentence: sentences.get(code) ?? "It was refused." };
}
