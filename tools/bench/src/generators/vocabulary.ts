/** What every generator is given, in words that none of them has made up. */
export interface Vocabulary {
  /** The name of its enum: `FlowState`. */
  readonly name: string;
  /** What is said of the whole of it. */
  readonly intro: string;
  readonly words: readonly Word[];
}

/** One value of a vocabulary, with what is said of it. */
export interface Word {
  readonly value: string;
  /** Plain text. Paragraphs are separated by an empty line. */
  readonly text: string;
  /** Why it should no longer be used. */
  readonly deprecated?: string;
}
