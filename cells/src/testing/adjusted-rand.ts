// How alike two groupings of the same rows are: 1 equal, about 0 as by chance (Hubert and Arabie, Journal of Classification
// 2:193-218, 1985). For tests only.

const pairs = (n: number): number => (n * (n - 1)) / 2;

/** Labels are any numbers. */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const both = new Map<string, number>();
  const [ofA, ofB] = [new Map<number, number>(), new Map<number, number>()];
  const count = <K>(map: Map<K, number>, key: K): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (let row = 0; row < a.length; row++) {
    count(both, `${a[row]} ${b[row]}`);
    count(ofA, a[row] as number);
    count(ofB, b[row] as number);
  }
  const sum = (map: Map<unknown, number>): number => [...map.values()].reduce((all, n) => all + pairs(n), 0);
  const [together, inA, inB] = [sum(both), sum(ofA), sum(ofB)];
  const chance = (inA * inB) / pairs(a.length);
  const most = (inA + inB) / 2;
  return most === chance ? 1 : (together - chance) / (most - chance);
}
