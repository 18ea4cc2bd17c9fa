// Fisher's exact test of a table of any size, as R's fisher.test: the share of all tables with the same sums that are no more likely
// than the one that was seen. Column by column; ways to the same sums that are left with the same likelihood are one (as in the
// network of Mehta and Patel, Journal of the American Statistical Association 78:427-434, 1983).

/** So many ways are held at once: of more the test is not for a moment's waiting. */
const mostWays = 500_000;
/** A table as likely as the one that was seen, but for rounding, counts. */
const rounding = 1e-7;

/** Rows of whole counts. Null: no two rows and columns with a count; "too-many": ways than are held. */
export function fisherTable(counts: readonly ArrayLike<number>[]): { readonly p: number } | "too-many" | null {
  const width = counts[0]?.length ?? 0;
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  const all = Array.from({ length: width }, (_, column) => counts.map((_row, row) => at(row, column)));
  if (all.flat().some((count) => !Number.isSafeInteger(count) || count < 0)) return null;
  const columns = all.map(sumOf).filter((sum) => sum > 0);
  const rows = counts.map((_, row) => sumOf(all.map((column) => column[row] ?? 0))).filter((sum) => sum > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const n = sumOf(rows);
  const logs = logFactorials(n);
  const log = (count: number): number => logs[count] as number;
  // P = product of the sums' factorials over n! and those of the fields.
  const whole = sumOf(rows.map(log)) + sumOf(columns.map(log)) - log(n);
  const seen = whole - sumOf(all.flat().map(log));
  /** By what is left of each row, ways by their likelihood so far: how many there are of each. */
  let ways = new Map([[rows.join(), { left: rows, by: new Map([[0, 1]]) }]]);
  for (const column of columns.slice(0, -1)) {
    const next: typeof ways = new Map();
    let held = 0;
    for (const { left, by } of ways.values())
      for (const taken of parts(left, column)) {
        const rest = left.map((sum, row) => sum - (taken[row] as number));
        const own = sumOf(taken.map(log));
        const name = rest.join();
        const known = next.get(name) ?? { left: rest, by: new Map<number, number>() };
        next.set(name, known);
        for (const [likelihood, times] of by) {
          // Sums in another order differ in their last digits.
          const key = Math.round((likelihood + own) * 1e9) / 1e9;
          const before = known.by.get(key);
          if (before === undefined && ++held > mostWays) return "too-many";
          known.by.set(key, (before ?? 0) + times);
        }
      }
    ways = next;
  }
  let p = 0;
  for (const { left, by } of ways.values()) {
    const last = sumOf(left.map(log));
    for (const [likelihood, times] of by) {
      const one = whole - likelihood - last;
      if (one <= seen + rounding) p += times * Math.exp(one);
    }
  }
  return { p: Math.min(1, p) };
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let at = 2; at <= most; at++) logs[at] = (logs[at - 1] as number) + Math.log(at);
  return logs;
}

/** All ways to take that many, no more of a row than it has left. */
function* parts(left: readonly number[], total: number, row = 0, taken: readonly number[] = []): Generator<readonly number[]> {
  const rest = sumOf(left.slice(row + 1));
  if (row === left.length - 1) {
    if (total <= (left[row] as number)) yield [...taken, total];
    return;
  }
  for (let count = Math.max(0, total - rest); count <= Math.min(total, left[row] as number); count++)
    yield* parts(left, total - count, row + 1, [...taken, count]);
}
