import type { Description } from "@flow-catalog/catalog";

/** A stretch of text that both versions have, that only the old one has, or that only the new one has. */
export interface Word {
  readonly op: "same" | "gone" | "added";
  readonly text: string;
}

/** A way in which a text can be written differently and say the same. */
export type Cosmetic = "link-targets" | "formatting" | "white-space" | "quotes";

/** A description that says something else, or says it differently. */
export interface DescriptionEdit {
  readonly from: Description;
  readonly to: Description;
  /**
   * The two texts word by word. The `same` and `gone` parts joined are the old text, the `same` and `added` ones the
   * new.
   */
  readonly words: readonly Word[];
  /** What explains the whole difference, where nothing but the writing differs. Empty where the words differ. */
  readonly cosmetic: readonly Cosmetic[];
}
