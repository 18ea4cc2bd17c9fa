// What differs between data before and after an act on them. Nothing is known of the act but the two, and whether its rows stay
// in their places; it is told in one pass, of large data by some of their rows, evenly spread.

export const sorts = ["columns", "rows", "features", "samples"] as const;
export type Sort = (typeof sorts)[number];

/** So many are named. */
export const mostExamples = 10;
/** So many cells are looked at, at most. */
export const mostCells = 2_000_000;

export type Named = { readonly n: number; readonly names: readonly string[] };
export type ListChange = {
  readonly of: Sort;
  readonly added: Named;
  readonly removed: Named;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
};
/** As it stands in a report: an infinity is its name, long text is cut. */
export type CellShown = string | number | boolean | null;
export type ValueExample = {
  readonly row: string;
  readonly column: string;
  readonly before: CellShown;
  readonly after: CellShown;
};
export type ValueChanges = {
  readonly changed: number;
  /** Cells that were compared. */
  readonly of: number;
  readonly examples: readonly ValueExample[];
};
export type Changes = {
  /** Those in which something differs. */
  readonly lists: readonly ListChange[];
  /** Null: no cells stand in both. */
  readonly values: ValueChanges | null;
  /** Where not all rows were looked at. */
  readonly looked?: { readonly rows: number; readonly of: number };
  /** Why no values are compared. form: a table became a matrix, or the other way; rows: they are made anew; order: moved. */
  readonly instead?: "form" | "rows" | "order";
};

export const none: Named = { n: 0, names: [] };
export const namedOf = (names: readonly string[]): Named => ({
  n: names.length,
  names: names.slice(0, mostExamples).map((name) => cut(name) as string),
});
export const isChanged = ({ added, removed, renamed }: ListChange): boolean => added.n > 0 || removed.n > 0 || renamed.length > 0;

const longest = 80;
export const cut = (value: CellShown): CellShown =>
  typeof value === "string" && value.length > longest ? `${value.slice(0, longest)}…` : value;

/** Examples of several columns, so that each has its turn. */
export function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const found: T[] = [];
  for (let at = 0; at < mostExamples && found.length < mostExamples; at++)
    for (const list of lists) {
      const one = list[at];
      if (one !== undefined && found.length < mostExamples) found.push(one);
    }
  return found;
}
