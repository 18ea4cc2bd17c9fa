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
        const b = other.totals[category];
        if (b !== undefined && a !== b && Math.abs(a - b) < least)
          return [{ name: view.name, other: other.name, category, a, b }];
      }
      return [];
    }),
  );
}
