// What an output tells of the individuals behind the data: the shape in which types of artifacts, kinds, chart families and
// reports say it (contract/disclosure.ts), and what steps say of groups that they made.

/**
 * What a mark says of its group. Safe to tell of large groups: count, share, mean, median, density, validated (a metric of
 * rows that the model had not seen). Never safe, since they are values of one individual: extreme (minimum, maximum,
 * whisker, outlier), step (of a curve over individuals), value, text.
 */
export type Statistic = "count" | "share" | "mean" | "median" | "density" | "validated" | "extreme" | "step" | "value" | "text";

/** Which of them may be told at once of a group that is large enough. */
const isSafe: { readonly [statistic in Statistic]: boolean } = {
  count: true,
  share: true,
  mean: true,
  median: true,
  density: true,
  validated: true,
  extreme: false,
  step: false,
  value: false,
  text: false,
};
export const areSafe = (statistics: readonly Statistic[]): boolean => statistics.every((statistic) => isSafe[statistic]);

/** What stands behind the marks (points, bars, lines, rows of a table, numbers of a report). */
export type Behind =
  /** No individuals: features, variants, settings, values that a person chose. */
  | { readonly of: "nobody" }
  /** Each mark is told of a group; `sizes` are the individuals behind each, empty groups left out. */
  | {
      readonly of: "groups";
      readonly sizes: readonly number[];
      readonly statistics: readonly Statistic[];
      /**
       * Individuals by the name of a category, where the names are known: of two views whose totals of one category are
       * almost equal, the difference tells of the few that stand between them.
       */
      readonly totals?: { readonly [category: string]: number };
    }
  /** Each mark is one individual, or has no number beside it. */
  | { readonly of: "individuals" };

export interface Disclosure {
  /** Names of columns whose values can be read off the output and tell individuals apart. */
  readonly identifying: readonly string[];
  readonly behind: Behind;
}

/** Rows that stand for groups, as whoever made the groups says it. */
export interface Groups {
  /** Names of columns that hold how many individuals stand behind a row. None: it is not told any more, so a row may be one. */
  readonly counts: readonly string[];
  /** What the other columns tell of a group. */
  readonly statistics: readonly Statistic[];
}

/** No individuals are told of. */
export const nobody: Disclosure = { identifying: [], behind: { of: "nobody" } };
