// Positions of reads as FastQC 0.11.9 takes them together: each by itself where the longest read has at most 75, else the first nine and
// then so many at once that there are fewer than 75 groups.

export interface PositionGroup {
  /** From 0, `end` excluded. */
  readonly start: number;
  readonly end: number;
}

const most = 75;
const alone = 9;

export function positionGroups(longest: number): readonly PositionGroup[] {
  if (longest <= most) return Array.from({ length: longest }, (_, at) => ({ start: at, end: at + 1 }));
  const width = widthFor(longest);
  const groups: PositionGroup[] = Array.from({ length: alone }, (_, at) => ({ start: at, end: at + 1 }));
  // The tenth begins a group that ends where the widths begin to be counted.
  for (let start = alone; start < longest; ) {
    const end = start === alone && width > 10 ? width - 1 : start + width;
    groups.push({ start, end: Math.min(end, longest) });
    start = end;
  }
  return groups;
}

function widthFor(longest: number): number {
  for (let tens = 1; ; tens *= 10)
    for (const base of [2, 5, 10]) {
      const width = base * tens;
      if (alone + Math.ceil((longest - alone) / width) < most) return width;
    }
}
