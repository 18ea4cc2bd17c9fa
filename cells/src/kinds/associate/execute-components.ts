// Principal components as covariates: columns of a table of scores, or found here of common variants, at most one of several beside each
// other, outside the stretches of long-range linkage.

import type { Assay, MatrixValues, Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import { genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import { inTurns } from "../../base/turns.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { genotypeComponents } from "../../learn/genotype-components.ts";
import { standardGenotypes } from "../../learn/standard-genotypes.ts";
import { unlinkedSites } from "../../stats/linkage.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { asCovariates, type Join, type NamedColumn, namesOf } from "./read-samples.ts";
import { inLongRange, isHuman } from "./long-range-linkage.ts";
import { autosome, type Sites } from "./read-sites.ts";
import { words } from "./words.ts";

type Pause = () => Promise<void> | null;

export interface Components {
  readonly columns: readonly NamedColumn[];
  readonly said: readonly Sentence[];
}

export function componentsOfTable(table: Table, count: number, join: Join, samples: number): Result<Components, Failure> {
  const columns: NamedColumn[] = [];
  for (let nth = 1; nth <= count; nth++) {
    const column = columnOf(table, `PC${nth}`);
    if (!column || column.type === "text" || column.type === "boolean")
      return err(words.failure("no-component", { name: `PC${nth}`, columns: namesOf(table) }, { at: ["components"] }));
    const made = asCovariates(column, join, samples);
    if (!made.ok) return made;
    columns.push(...made.value);
  }
  return ok({ columns, said: [] });
}

/** Fewer sites than this do not tell populations apart. */
const fewSites = 100;
/** Frequency from which on a variant takes part. */
const common = 0.05;

/** `pause`: asked between windows of sites and steps of components. */
export async function componentsOfGenotypes(
  assay: Assay,
  sites: Sites,
  count: number,
  pause: Pause,
): Promise<Result<Components, Failure>> {
  const said: Sentence[] = [];
  const human = isHuman(sites.build);
  let away = 0;
  const kept: number[] = [];
  const { values, sampleCount } = assay;
  for (let site = 0; site < assay.featureCount; site++) {
    if (site % 256 === 255) {
      const turn = pause();
      if (turn) await turn;
    }
    if (sites.place[site] !== autosome) continue;
    const chromosome = sites.chromosomes && sites.names[sites.chromosomes[site] as number];
    if (human && chromosome && inLongRange(chromosome, sites.positions[site] as number)) {
      away++;
      continue;
    }
    if (values.layout !== "sparse") {
      let [sum, known] = [0, 0];
      for (let at = site * sampleCount; at < (site + 1) * sampleCount; at++) {
        const value = values.data[at] as number;
        if (value >= 0) {
          sum += value;
          known++;
        }
      }
      const frequency = sum / (2 * known);
      if (!(Math.min(frequency, 1 - frequency) >= common)) continue;
    }
    kept.push(site);
  }
  if (kept.length < fewSites)
    return err(
      words.failure("few-for-components", { n: kept.length, least: fewSites }, { at: ["pcs"], fix: { path: ["pcs"], value: 0 } }),
    );
  const apart = await notLinked(assay, sites, kept, pause);
  if (apart.length < fewSites)
    return err(
      words.failure(
        "few-for-components",
        { n: apart.length, least: fewSites },
        { at: ["pcs"], fix: { path: ["pcs"], value: 0 } },
      ),
    );
  const copies = copiesOfCalls(assay);
  const ofSites = rowsOf(values, apart, sampleCount);
  const ofCopies = copies && rowsOf({ layout: "bytes", data: copies }, apart, sampleCount);
  const genotypes = standardGenotypes(ofSites, apart.length, sampleCount, ofCopies?.layout === "bytes" ? ofCopies.data : null);
  if (!genotypes) return err(words.failure("few-for-components", { n: 0, least: fewSites }, { at: ["pcs"] }));
  const found = await inTurns(genotypeComponents(genotypes, count), { pause });
  const made = found.variance.length;
  said.push(
    words.sentence(human ? "components-here" : "components-everywhere", {
      n: made,
      sites: genotypes.sites.length,
      away,
      frequency: common,
    }),
  );
  return ok({
    columns: Array.from({ length: made }, (_, k) => ({
      name: `PC${k + 1}`,
      values: Float64Array.from({ length: sampleCount }, (_unused, sample) => found.scores[sample * made + k] as number),
    })),
    said,
  });
}

/** As prune-ld keeps them by its usual settings; of very many sites an even part is looked at. */
const [window, step, most, looked] = [50, 5, 0.2, 100_000];

async function notLinked(
  assay: Assay,
  { chromosomes, positions }: Sites,
  kept: readonly number[],
  pause: Pause,
): Promise<readonly number[]> {
  if (!chromosomes) return kept;
  const every = Math.max(1, Math.ceil(kept.length / looked));
  const by = new Map<number, number[]>();
  for (let nth = 0; nth < kept.length; nth += every) {
    const site = kept[nth] as number;
    const code = chromosomes[site] as number;
    const of = by.get(code);
    if (of) of.push(site);
    else by.set(code, [site]);
  }
  const members = Array.from({ length: assay.sampleCount }, (_, at) => at);
  const calls = { calls: genotypeCalls(assay), samples: assay.sampleCount, members };
  const stay: number[] = [];
  for (const of of by.values()) {
    of.sort((a, b) => (positions[a] as number) - (positions[b] as number) || a - b);
    for (const site of await inTurns(unlinkedSites(calls, of, { window, step, most }), { pause })) stay.push(site);
  }
  return stay.sort((a, b) => a - b);
}

function rowsOf(values: MatrixValues, rows: readonly number[], width: number): MatrixValues {
  if (values.layout === "sparse") return values;
  if (values.layout === "bytes") {
    const data = new Int8Array(rows.length * width);
    rows.forEach((row, nth) => data.set(values.data.subarray(row * width, (row + 1) * width), nth * width));
    return { layout: "bytes", data };
  }
  const data = new Float32Array(rows.length * width);
  rows.forEach((row, nth) => data.set(values.data.subarray(row * width, (row + 1) * width), nth * width));
  return { layout: "dense", data };
}
