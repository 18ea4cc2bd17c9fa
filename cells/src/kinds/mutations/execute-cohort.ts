// What the records say of each gene and each sample together: who is mutated where and by what class, how many mutations each has.

import type { MutationsSpec } from "./spec.ts";
import type { MutationRecord, Records } from "./execute-records.ts";
import type { Samples } from "./execute-samples.ts";
import { isTransition, type SubstitutionClass, substitutionClasses } from "../../stats/mutations/substitutions.ts";
import { quantiles } from "../../stats/quantiles.ts";

/** What maftools calls several mutations of one gene in one sample. */
export const severalClasses = "Multi_Hit";

/** The mutations of one gene in one sample. */
export interface Call {
  readonly sample: number;
  /** Of one mutation its own; of several `severalClasses`. */
  readonly class: string;
  readonly records: readonly MutationRecord[];
}
export interface GeneCounts {
  readonly name: string;
  readonly calls: readonly Call[];
  readonly mutations: number;
  readonly byClass: ReadonlyMap<string, number>;
}
export interface SampleCounts {
  readonly all: number;
  readonly counted: number;
  readonly byClass: ReadonlyMap<string, number>;
  readonly bySubstitution: { readonly [of in SubstitutionClass]: number };
  readonly transitions: number;
  readonly transversions: number;
  readonly isHyper: boolean;
}
export interface Cohort {
  readonly records: Records;
  readonly samples: Samples;
  readonly sequenced: number;
  /** Samples with a mutation that counts. */
  readonly mutated: number;
  /** First those in most samples, then with more mutations, then by name. */
  readonly genes: readonly GeneCounts[];
  readonly of: readonly SampleCounts[];
  /** From so many mutations on a sample is told as one with far more than others; and by which rule. */
  readonly hyper: { readonly from: number; readonly by: "size" | "others" };
}

const tally = (into: Map<string, number>, name: string): void => void into.set(name, (into.get(name) ?? 0) + 1);

/** Mutations per Mb above which a tumour is called hypermutated (Campbell 2017, Cell 171:1042). */
const hyperPerMb = 10;

export function cohortOf(records: Records, samples: Samples, spec: MutationsSpec, megabases: number | null): Cohort {
  const place = new Map(samples.ids.map((id, at) => [id, at]));
  const perSample = samples.ids.map((): MutationRecord[] => []);
  const perGene = new Map<string, Map<number, MutationRecord[]>>();
  for (const record of records.list) {
    const sample = place.get(record.sample) as number;
    perSample[sample]?.push(record);
    if (!record.isCounted) continue;
    const calls = perGene.get(record.gene) ?? new Map<number, MutationRecord[]>();
    perGene.set(record.gene, calls);
    calls.set(sample, [...(calls.get(sample) ?? []), record]);
  }
  const genes = [...perGene]
    .map(([name, calls]) => geneOf(name, calls))
    .sort((a, b) => b.calls.length - a.calls.length || b.mutations - a.mutations || (a.name < b.name ? -1 : 1));
  const burdens = perSample
    .filter((_, at) => samples.isSequenced[at] === 1)
    .map((list) => (spec.burden === "all" ? list.length : list.filter(({ isCounted }) => isCounted).length));
  const hyper = hyperFrom(burdens, megabases);
  return {
    records,
    samples,
    sequenced: samples.isSequenced.reduce((sum, value) => sum + value, 0),
    mutated: perSample.filter((list) => list.some(({ isCounted }) => isCounted)).length,
    genes,
    of: perSample.map((list) => sampleCounts(list, spec, hyper.from)),
    hyper,
  };
}

function hyperFrom(burdens: readonly number[], megabases: number | null): Cohort["hyper"] {
  if (megabases !== null) return { from: hyperPerMb * megabases, by: "size" };
  const [first = 0, third = 0] = burdens.length === 0 ? [] : quantiles(Float64Array.from(burdens), [0.25, 0.75]);
  // Tukey's outer fence; where most have as many, a range of one mutation.
  return { from: third + 3 * Math.max(1, third - first), by: "others" };
}

function geneOf(name: string, calls: ReadonlyMap<number, readonly MutationRecord[]>): GeneCounts {
  const byClass = new Map<string, number>();
  let mutations = 0;
  const made = [...calls].map(([sample, records]): Call => {
    mutations += records.length;
    for (const record of records) tally(byClass, record.class);
    return { sample, class: records.length > 1 ? severalClasses : (records[0]?.class ?? ""), records };
  });
  return { name, calls: made, mutations, byClass };
}

function sampleCounts(list: readonly MutationRecord[], spec: MutationsSpec, hyper: number): SampleCounts {
  const byClass = new Map<string, number>();
  const bySubstitution = Object.fromEntries(substitutionClasses.map((name) => [name, 0])) as {
    [of in SubstitutionClass]: number;
  };
  let [counted, transitions, transversions] = [0, 0, 0];
  for (const { class: name, isCounted, substitution } of list) {
    if (isCounted) {
      counted++;
      tally(byClass, name);
    }
    if (!substitution || (spec.burden === "counted" && !isCounted)) continue;
    bySubstitution[substitution]++;
    if (isTransition(substitution)) transitions++;
    else transversions++;
  }
  const burden = spec.burden === "all" ? list.length : counted;
  return { all: list.length, counted, byClass, bySubstitution, transitions, transversions, isHyper: burden > hyper };
}

/** The genes that are drawn and compared: those that were named and are mutated, or the most often mutated ones. */
export function shownGenes({ genes }: Cohort, wanted: readonly string[], top: number): readonly GeneCounts[] {
  if (wanted.length === 0) return genes.slice(0, top);
  return [...new Set(wanted)].flatMap((name) => genes.find((gene) => gene.name === name) ?? []);
}
