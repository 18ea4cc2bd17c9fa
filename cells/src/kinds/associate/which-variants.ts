// Which variants are tested, and why others are not: too few copies of the rarer allele, chromosomes of which not everybody has two,
// out of Hardy-Weinberg equilibrium among controls.

import type { AssociationTask } from "../../contract/association-model.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { CountedRows } from "../../stats/association/genotype-rows.ts";
import { hardyWeinberg } from "../../stats/hardy-weinberg.ts";
import { autosome, onX, type Sites } from "./read-sites.ts";
import type { AssociateSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Chosen {
  readonly tested: Int32Array;
  readonly forKinship: Int32Array;
  /** Of each of `tested`: frequency of the counted allele, copies of the rarer one. */
  readonly frequency: Float64Array;
  readonly minorCount: Float64Array;
  /** Individuals who have the rarer allele, on one chromosome or on both. */
  readonly carriers: Int32Array;
  readonly said: readonly Sentence[];
}

/** Of so many a kinship is made, as gemma has it. */
const [kinshipFrequency, kinshipMissing] = [0.01, 0.05];

interface Choosing {
  readonly rows: CountedRows;
  readonly sites: Sites;
  readonly spec: AssociateSpec;
  /** Groups of samples within which equilibrium is tested: places among those of `rows`. */
  readonly equilibrium: readonly (readonly number[])[];
  pause(share: number): ReturnType<AssociationTask["pause"]>;
}

export async function chooseVariants({ rows, sites, spec, equilibrium, pause }: Choosing): Promise<Chosen> {
  const { variants, samples } = rows;
  const values = new Float64Array(samples);
  const copies = new Int32Array(3) as Copies;
  /** All together: what is counted tells it. */
  const isOneGroup = equilibrium.length === 1 && equilibrium[0]?.length === samples;
  const isOffAnywhere = (variant: number, isCounted: boolean): boolean => {
    if (isCounted && isOneGroup) return hardyWeinberg(copies[0], copies[1], copies[2]).p < spec.hwe;
    if (isCounted && equilibrium.length > 0) rows.read(variant, values);
    return equilibrium.some((members) => isOff(values, members, spec.hwe));
  };
  const [tested, kinship, frequencies, counts]: [number[], number[], number[], number[]] = [[], [], [], []];
  const carriers: number[] = [];
  let [away, rare, constant, off, unread] = [0, 0, 0, 0, 0];
  for (let variant = 0; variant < variants; variant++) {
    if (variant % 64 === 63) {
      const turn = pause(variant / variants);
      if (turn) await turn;
    }
    const place = sites.place[variant];
    if (place !== autosome && !(place === onX && spec.sexChromosomes === "x-twice")) {
      away++;
      continue;
    }
    const isCounted = rows.count(variant, copies);
    const seen = isCounted ? ofCounts(copies) : ofValues(values, rows.read(variant, values));
    const { known, sum, least, most } = seen;
    const missing = samples - known;
    if (known === 0) {
      unread++;
      continue;
    }
    const minor = Math.min(sum, 2 * known - sum);
    if (!(most > least)) {
      constant++;
      continue;
    }
    const frequency = sum / (2 * known);
    if (place === autosome && Math.min(frequency, 1 - frequency) >= kinshipFrequency && missing <= kinshipMissing * samples)
      kinship.push(variant);
    if (minor < spec.minCount - 1e-6) {
      rare++;
      continue;
    }
    // Of X half of the people have one copy.
    if (spec.hwe > 0 && place === autosome && isOffAnywhere(variant, isCounted)) {
      off++;
      continue;
    }
    tested.push(variant);
    frequencies.push(frequency);
    counts.push(minor);
    carriers.push(isCounted ? Math.max(1, copies[1] + copies[sum > known ? 0 : 2]) : carriersOf(values, sum > known));
  }
  const said: Sentence[] = [];
  if (away > 0) said.push(words.sentence(spec.sexChromosomes === "x-twice" ? "off-y" : "off-sex", { n: away }));
  if (constant + unread > 0) said.push(words.sentence("do-not-vary", { n: constant + unread }));
  if (rare > 0) said.push(words.sentence("rare", { n: rare, least: spec.minCount }));
  if (off > 0) said.push(words.sentence("off-hwe", { n: off, p: spec.hwe }));
  return {
    tested: Int32Array.from(tested),
    forKinship: Int32Array.from(kinship),
    frequency: Float64Array.from(frequencies),
    minorCount: Float64Array.from(counts),
    carriers: Int32Array.from(carriers),
    said,
  };
}

/** How many have 0, 1 and 2. */
type Copies = Int32Array & { readonly 0: number; readonly 1: number; readonly 2: number };

interface Seen {
  readonly known: number;
  readonly sum: number;
  readonly least: number;
  readonly most: number;
}

const ofCounts = ({ 0: none, 1: one, 2: two }: Copies): Seen => ({
  known: none + one + two,
  sum: one + 2 * two,
  least: none > 0 ? 0 : one > 0 ? 1 : 2,
  most: two > 0 ? 2 : one > 0 ? 1 : 0,
});

function ofValues(values: Float64Array, missing: number): Seen {
  let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value !== value) continue;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { known: values.length - missing, sum, least, most };
}

/** Of a dosage those who rather have a copy than none; a variant that varies is somebody's. */
function carriersOf(values: Float64Array, isOtherRarer: boolean): number {
  let n = 0;
  for (const value of values) if (isOtherRarer ? 2 - value >= 0.5 : value >= 0.5) n++;
  return Math.max(1, n);
}

function isOff(values: Float64Array, members: readonly number[], least: number): boolean {
  const counts: [number, number, number] = [0, 0, 0];
  for (const member of members) {
    const call = Math.round(values[member] as number);
    if (call === 0 || call === 1 || call === 2) counts[call]++;
  }
  return hardyWeinberg(...counts).p < least;
}
