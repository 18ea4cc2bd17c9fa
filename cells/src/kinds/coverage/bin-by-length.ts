// How long bins of depth are where nobody says it: so that what was asked for makes a table that can be looked through and
// drawn, one base of a gene, half a million of a genome.

/** A little more where many sequences end in a shorter bin. */
const most = 10_000;

/** The least of 1, 2, 5, 10, 20 … bases that cuts so many into 10,000 bins at most. */
export function binByLength(bases: number): number {
  for (let ten = 1; ; ten *= 10) {
    const bin = [1, 2, 5].find((times) => bases / (times * ten) <= most);
    if (bin !== undefined) return bin * ten;
  }
}
