// Which variants are tested, and why others are not: too few copies of the rarer allele, chromosomes of which not everybody has two,
// out of Hardy-Weinberg equilibrium among controls.

import type { AssociationTask } from "../../contract/association-model.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { GenotypeRows } from "../../stats/association/genotype-rows.ts";
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
  readonly rows: GenotypeRows;
  readonly sites: Sites;
  readonly spec: AssociateSpec;
  /** Groups of samples within which equilibrium is tested: places among those of `rows`. */
  readonly equilibrium: readonly (readonly number[])[];
  pause(share: number): ReturnType<AssociationTask["pause"]>;
}

export async function chooseVariants({ rows, sites, spec, equilibrium, pause }: Choosing): Promise<Chosen> {
  const { variants, samples } = rows;
  const values = new Float64Array(samples);
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
    const missing = rows.read(variant, values);
    const known = samples - missing;
    let [sum, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < samples; at++) {
      const value = values[at] as number;
      if (value !== value) continue;
      sum += value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
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
    if (spec.hwe > 0 && place === autosome && equilibrium.some((members) => isOff(values, members, spec.hwe))) {
      off++;
      continue;
    }
    tested.push(variant);
    frequencies.push(frequency);
    counts.push(minor);
    carriers.push(carriersOf(values, sum > known));
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
