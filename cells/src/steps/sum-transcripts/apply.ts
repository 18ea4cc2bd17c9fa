// Counts and abundances are summed; lengths are weighed by abundance, as tximport's summarizeToGene does.

import type { Assay, Layer, MatrixValues } from "../../artifacts/artifact.ts";
import { denseValues, featureIds } from "../../artifacts/assay.ts";
import { abundanceLayer, lengthsLayer } from "../../artifacts/average-lengths.ts";
import {
  cellString,
  integerColumn,
  isMissing,
  moreOf,
  takeColumnRows,
  textColumn,
  uniquelyNamed,
} from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { sumTranscripts as summed } from "../../stats/gene-lengths.ts";
import { constantColumns } from "../parts/constant-columns.ts";
import { featureWords, named } from "../parts/listed-names.ts";
import { needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import type { sumTranscripts } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof sumTranscripts> = { assay: toGenes };

function toGenes({ by }: OptionsOf<typeof sumTranscripts>, assay: Assay, scope: StepScope): Assay {
  const [lengths, abundance] = [lengthsLayer(assay), abundanceLayer(assay)];
  if (assay.scale !== "counts" || !lengths || !abundance) return refuse(scope, words, "no-estimates", {}, []);
  const { ids, geneOf } = genesOf(by, assay, scope);
  const samples = assay.sampleCount;
  const of = (values: MatrixValues) => denseValues(values, assay.featureCount, samples);
  const made = summed(
    { samples, counts: of(assay.values), abundance: of(abundance.values), lengths: of(lengths.values) },
    geneOf,
    ids.length,
  );
  if (made.counts.some(Number.isNaN)) scope.say(words.sentence("missing", { step: scope.index + 1 }));
  const dense = (values: Float64Array): MatrixValues => ({ layout: "dense", data: Float32Array.from(values) });
  const layers: readonly Layer[] = [
    { name: abundance.name, values: dense(made.abundance) },
    { name: lengths.name, values: dense(made.lengths) },
  ];
  const left = (assay.layers ?? []).filter(({ name }) => name !== lengths.name && name !== abundance.name);
  if (left.length > 0) scope.say(words.sentence("layers", { step: scope.index + 1, names: left.map(({ name }) => name) }));
  const first = new Int32Array(ids.length);
  const sizes = new Int32Array(ids.length);
  for (let row = geneOf.length - 1; row >= 0; row--) {
    const gene = geneOf[row] as number;
    if (gene < 0) continue;
    first[gene] = row;
    sizes[gene] = (sizes[gene] as number) + 1;
  }
  const column = needColumn(scope, assay.features, by, ["by"]);
  const constant = constantColumns(assay.features, geneOf, ids.length).filter(({ name }) => name !== by);
  const columns = uniquelyNamed(
    [
      textColumn(by, ids, moreOf(column)),
      ...constant.map((each) => takeColumnRows(each, first)),
      integerColumn("transcripts", sizes, { semantic: "count" }),
    ],
    "_",
  );
  return {
    ...assay,
    values: dense(made.counts),
    layers,
    featureCount: ids.length,
    features: tableWith(scope, columns, ids.length),
    featureNoun: "gene",
  };
}

function genesOf(by: string, assay: Assay, scope: StepScope): { readonly ids: readonly string[]; readonly geneOf: Int32Array } {
  const column = needColumn(scope, assay.features, by, ["by"]);
  const place = new Map<string, number>();
  const geneOf = Int32Array.from({ length: assay.featureCount }, (_, row) => {
    const text = isMissing(column, row) ? "" : cellString(column, row).trim();
    if (text === "") return -1;
    const gene = place.get(text) ?? place.size;
    place.set(text, gene);
    return gene;
  });
  if (place.size === 0 && assay.featureCount > 0) return refuse(scope, words, "none", { by }, ["by"]);
  const without = featureIds(assay).filter((_, at) => (geneOf[at] as number) < 0);
  if (without.length > 0)
    scope.say(
      words.sentence("without", {
        step: scope.index + 1,
        n: without.length,
        all: assay.featureCount,
        noun: featureWords(assay.featureNoun),
        by,
        ...named(without),
      }),
    );
  return { ids: [...place.keys()], geneOf };
}
