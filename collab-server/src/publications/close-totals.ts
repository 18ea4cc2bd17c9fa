// Two views of the same persons that say almost the same number of one category: their difference tells of the few between
// them. Pure.

export interface PublishedView {
  readonly name: string;
  /** Digests of the files behind it. */
  readonly sources: readonly string[];
  /** Individuals by category; all of them under "". */
  readonly totals: { readonly [category: string]: number };
}

export interface CloseTotals {
  readonly name: string;
  readonly other: string;
  readonly category: string;
  readonly a: number;
  readonly b: number;
}

/** The value of a category counts, whatever the column is called: arm and arm_final may be the same, but for few. */
const isOneValue = (a: string, b: string): boolean => a === b || (a !== "" && b !== "" && valueOf(a) === valueOf(b));
const valueOf = (category: string): string => category.slice(category.indexOf("= ") + 2);

/** The first category of each pair in which they are closer than `least`, and not equal; of views of that file. */
export function closeTotals(
  views: readonly PublishedView[],
  others: readonly PublishedView[],
  { source, least }: { readonly source: string; readonly least: number },
): readonly CloseTotals[] {
  const ofSource = (all: readonly PublishedView[]): readonly PublishedView[] =>
    all.filter(({ sources }) => sources.includes(source));
  const mine = ofSource(views);
  return mine.flatMap((view, at) =>
    [...mine.slice(at + 1), ...ofSource(others)].flatMap((other): CloseTotals[] => {
      for (const [category, a] of Object.entries(view.totals)) {
        for (const [against, b] of Object.entries(other.totals)) {
          if (a === b || Math.abs(a - b) >= least || !isOneValue(category, against)) continue;
          const said = against === category ? category : `${category} / ${against}`;
          return [{ name: view.name, other: other.name, category: said, a, b }];
        }
      }
      return [];
    }),
  );
}
