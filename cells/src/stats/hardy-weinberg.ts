// The exact test of Hardy-Weinberg equilibrium of one site with two alleles (Wigginton, Cutler & Abecasis, Am J Hum Genet
// 76:887-893, 2005) and its mid-p (Graffelman & Moreno, Stat Appl Genet Mol Biol 12:433-448, 2013): how probable are as few or as
// many heterozygotes, or fewer, or more, given the alleles.

export interface HardyWeinberg {
  /** Two-sided; what is as probable as what was seen counts whole. Where nothing varies, 1. */
  readonly p: number;
  readonly logP: number;
  /** What is as probable counts half; where nothing varies, 1/2 (PLINK's --hardy midp). */
  readonly midP: number;
  readonly logMidP: number;
  /** Heterozygotes where all mate at random: 2pq of those that are there. */
  readonly expected: number;
}

/** Equal numbers differ by the rounding of a product of many; PLINK takes 2^-44 for it. */
const tie = 2 ** -44;
/** What is smaller beside a sum does not change it. */
const nothing = 2 ** -60;
/** Numbers are brought back before they leave what doubles hold. */
const far = 1e200;

/** Counts of people with two of one allele, of both, and of the other. NaN of none, and of what are no counts. */
export function hardyWeinberg(one: number, het: number, other: number): HardyWeinberg {
  const people = one + het + other;
  const isCount = [one, het, other].every((count) => count >= 0 && Number.isSafeInteger(count)) && people > 0;
  if (!isCount) return { p: Number.NaN, logP: Number.NaN, midP: Number.NaN, logMidP: Number.NaN, expected: Number.NaN };
  const rare = 2 * Math.min(one, other) + het;
  const share = rare / (2 * people);
  const expected = 2 * share * (1 - share) * people;
  // Relative to the likeliest; tails fall on both of its sides.
  const mode = likeliest(rare, people, expected);
  const seen = walk(rare, people, mode, het);
  const side = het < mode ? -2 : 2;
  const own = het === mode ? 0 : sumFrom(rare, people, het, side);
  const total = 1 + sumFrom(rare, people, mode, 2) + sumFrom(rare, people, mode, -2);
  const { tied, below } = het === mode ? modesBeside(rare, people, mode) : beyond(rare, people, mode, -side, seen);
  // All beside the probability of what was seen.
  const logSeen = seen.log - Math.log(total);
  if (het === mode) {
    const equal = (1 + tied) / total;
    const p = 1;
    const midP = 1 - equal / 2;
    return { p, logP: 0, midP, logMidP: Math.log(midP), expected };
  }
  const all = 1 + own + tied + below;
  const half = all - (1 + tied) / 2;
  const [logP, logMidP] = [Math.min(0, logSeen + Math.log(all)), Math.min(0, logSeen + Math.log(half))];
  return { p: Math.exp(logP), logP, midP: Math.exp(logMidP), logMidP, expected };
}

/** How much likelier two heterozygotes more, or fewer, are. 0: so many there cannot be. */
function ratio(rare: number, people: number, het: number, step: number): number {
  const few = (rare - het) / 2;
  const many = people - het - few;
  return step > 0 ? (4 * few * many) / ((het + 2) * (het + 1)) : (het * (het - 1)) / (4 * (few + 1) * (many + 1));
}

function likeliest(rare: number, people: number, expected: number): number {
  let mode = Math.min(rare, 2 * Math.round((expected - (rare % 2)) / 2) + (rare % 2));
  while (ratio(rare, people, mode, 2) > 1) mode += 2;
  while (ratio(rare, people, mode, -2) > 1) mode -= 2;
  return mode;
}

/** The probability at the end of the way beside that at its start, as a logarithm; and by how much rounding may have moved it. */
function walk(rare: number, people: number, from: number, to: number): { readonly log: number; readonly slack: number } {
  const step = to < from ? -2 : 2;
  let [value, log] = [1, 0];
  for (let het = from; het !== to; het += step) {
    value *= ratio(rare, people, het, step);
    if (value < 1 / far) {
      log += Math.log(value);
      value = 1;
    }
  }
  const steps = Math.abs(to - from) / 2;
  return { log: log + Math.log(value), slack: tie + steps * 2 ** -53 };
}

/** Of all that lie beyond it on that side, beside itself. */
function sumFrom(rare: number, people: number, from: number, step: number): number {
  let [value, sum] = [1, 0];
  for (let het = from; value > nothing * (1 + sum); het += step) {
    value *= ratio(rare, people, het, step);
    sum += value;
  }
  return sum;
}

/** Two neighbours may be the likeliest together. */
function modesBeside(rare: number, people: number, mode: number): { readonly tied: number; readonly below: number } {
  const isTied = [2, -2].some((step) => Math.abs(ratio(rare, people, mode, step) - 1) <= tie);
  return { tied: isTied ? 1 : 0, below: 0 };
}

/** What is as probable as what was seen on the other side of the likeliest, and what is less so: beside what was seen. */
function beyond(
  rare: number,
  people: number,
  mode: number,
  step: number,
  seen: { readonly log: number; readonly slack: number },
): { readonly tied: number; readonly below: number } {
  let [value, log] = [1, 0];
  for (let het = mode; ; het += step) {
    const next = ratio(rare, people, het, step);
    if (next === 0) return { tied: 0, below: 0 };
    value *= next;
    const beside = log + Math.log(value) - seen.log;
    if (Math.abs(beside) <= seen.slack) return { tied: 1, below: sumFrom(rare, people, het + step, step) };
    if (beside < 0) return { tied: 0, below: Math.exp(beside) * (1 + sumFrom(rare, people, het + step, step)) };
    if (value < 1 / far) {
      log += Math.log(value);
      value = 1;
    }
  }
}

/** How many of those samples have no copy, one and two of a site. `calls`: sites x samples; what is no 0, 1 or 2 is none. */
export function genotypeCounts(
  calls: Int8Array,
  samples: number,
  site: number,
  members: readonly number[],
): readonly [number, number, number] {
  const counts: [number, number, number] = [0, 0, 0];
  const start = site * samples;
  for (const sample of members) {
    const call = calls[start + sample] as number;
    if (call === 0 || call === 1 || call === 2) counts[call]++;
  }
  return counts;
}
