/** From when on a change looks broken. Part of the configuration; whatever is left out keeps its default. */
export interface BreakerLimits {
  /** The part of a vocabulary's documented values that may not go at once, from 0 to 1. Default: 0.1, a tenth. */
  readonly valuesGoneShare: number;
  /** How many values must go at least, so that a small vocabulary can lose one. Default: 3. */
  readonly valuesGoneCount: number;
  /**
   * The part of a vocabulary's descriptions that may change at once, from 0 to 1; more is too much. Default: 0.5, half.
   */
  readonly descriptionsChangedShare: number;
  /** How many descriptions must change at least, so that a vocabulary of one value can be reworded. Default: 2. */
  readonly descriptionsChangedCount: number;
  /**
   * How many values must lose what a column said when no value keeps it, so that one cell can be emptied. Default: 2.
   */
  readonly columnCellsCount: number;
}

export const defaultLimits: BreakerLimits = {
  valuesGoneShare: 0.1,
  valuesGoneCount: 3,
  descriptionsChangedShare: 0.5,
  descriptionsChangedCount: 2,
  columnCellsCount: 2,
};
