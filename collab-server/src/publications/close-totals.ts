// Two views of the same persons that say almost the same number of one category: their difference tells of the few between
// them. Pure.

export interface PublishedView {
  readonly name: string;
  /** Digests of the files behind it. */
  readonly sources: readonly string[];
  /** Individuals by category ("column = value"); all of them under "". */
  readonly totals: { readonly [category: string]: number };
}

export interface CloseTotals {
  readonly name: string;
  readonly other: string;
  readonly category: string;
  readonly a: number;
  readonly b: number;
}

interface Total {
  readonly category: string;
  readonly number: number;
}

/** Answers that many columns have: those of two columns are two groups. */
const answers: ReadonlySet<string> = new Set([
  "yes",
  "no",
  "true",
  "false",
  "y",
  "n",
  "t",
  "f",
  "0",
  "1",
  "ja",
  "nein",
  "да",
  "нет",
]);

/**
 * What makes two categories one. The value counts, whatever the column is called: arm and arm_final may be the same, but for few.
 * Where names of columns hold " = ", the end of the text is the value.
 */
function groupOf(category: string): string {
  const value = category.slice(category.lastIndexOf(" = ") + 3).trim();
  return category === "" || answers.has(value.toLowerCase()) ? category : ` = ${value}`;
}

function byGroup({ totals }: PublishedView): ReadonlyMap<string, readonly Total[]> {
  const found = new Map<string, Total[]>();
  for (const [category, number] of Object.entries(totals)) {
    const group = groupOf(category);
    const those = found.get(group);
    if (those) those.push({ category, number });
    else found.set(group, [{ category, number }]);
  }
  return found;
}

/** The first category of each pair in which they are closer than `least`, and not equal; of views of that file. */
export function closeTotals(
  views: readonly PublishedView[],
  others: readonly PublishedView[],
  { source, least }: { readonly source: string; readonly least: number },
): readonly CloseTotals[] {
  const ofSource = (all: readonly PublishedView[]) =>
    all.filter(({ sources }) => sources.includes(source)).map((view) => ({ view, groups: byGroup(view) }));
  const mine = ofSource(views);
  const out = ofSource(others);
  return mine.flatMap(({ view, groups }, at) =>
    [...mine.slice(at + 1), ...out].flatMap((other): CloseTotals[] => {
      for (const [group, totals] of groups) {
        const [a, b] = closeOnes(totals, other.groups.get(group) ?? [], least);
        if (!a || !b) continue;
        const category = a.category === b.category ? a.category : `${a.category} / ${b.category}`;
        return [{ name: view.name, other: other.view.name, category, a: a.number, b: b.number }];
      }
      return [];
    }),
  );
}

/** Two that are closer than `least` and not equal; those of one column first. */
function closeOnes(mine: readonly Total[], theirs: readonly Total[], least: number): readonly Total[] {
  const isClose = (a: Total, b: Total): boolean => a.number !== b.number && Math.abs(a.number - b.number) < least;
  for (const isSame of [true, false])
    for (const a of mine) {
      const b = theirs.find((each) => (each.category === a.category) === isSame && isClose(a, each));
      if (b) return [a, b];
    }
  return [];
}
