// Principal components with the annotation of the samples beside the scores, so that a chart can colour by it, and where one is asked
// for a map of them; or the places of rows on the axes of another cell.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { err } from "../../base/result.ts";
import { selectFeatures, mostVariable } from "../../learn/design-matrix.ts";
import { learningData } from "../../learn/data-of-artifact.ts";
import { doubtsOfAll } from "../../learn/kept-aside.ts";
import { constantOnes, doubtsOfData, rowsLeftOut, topUnused } from "../../learn/doubts-of-data.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Execute } from "../../contract/execute.ts";
import { componentsOf } from "./components-of.ts";
import { finish } from "./finish.ts";
import { ontoAxes } from "./onto-axes.ts";
import { outweighs } from "./outweighs.ts";
import { sharing } from "../../contract/sharing.ts";
import { isByFrequency, type ReduceSpec } from "./spec.ts";
import { ofGenotypes } from "./of-genotypes.ts";
import { words as learnWords } from "../../learn/words.ts";

export const execute: Execute<ReduceSpec> = async (spec, context) => {
  if (!spec.from) return err(learnWords.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Assay | Table;
  if (spec.onto) return ontoAxes(spec, source, context.input(spec.onto), context);
  if (isByFrequency(spec, source.type === "assay" ? source.scale : null)) return ofGenotypes(spec, source, context);
  const data = learningData(source, {
    features: null,
    except: [],
    needs: [],
    selects: source.type === "assay" ? spec.topFeatures : 0,
  });
  if (!data.ok) return data;
  let { matrix } = data.value;
  if (matrix.rows < 2) return err(learnWords.failure("too-few-rows", { rows: matrix.rows, needed: 2 }, { at: ["from"] }));
  if (source.type === "assay" && spec.topFeatures > 0 && spec.topFeatures < matrix.features.length) {
    matrix = selectFeatures(matrix, mostVariable(matrix, spec.topFeatures));
  }
  const doubts = [
    ...doubtsOfAll(source),
    // Divided by its spread no feature outweighs another; the depth of a sample is in all of them.
    ...doubtsOfScale(source, !spec.scale),
    ...doubtsOfData(data.value),
    ...topUnused(spec.topFeatures, source.type === "assay"),
    ...constantOnes(matrix),
    ...(spec.scale ? [] : outweighs(matrix)),
  ];
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  const left = rowsLeftOut(data.value);
  if (left !== null) context.log(left);
  const progress = learnWords.sentence("progress-components");
  context.progress(0.1, progress);
  const width = matrix.features.length;
  const found = await componentsOf(matrix.values, matrix.rows, width, spec, sharing(context, progress));
  if (found.share.length === 0) return err(learnWords.failure("no-variance", { features: width }, { at: ["from"] }));
  return finish({
    spec,
    source,
    found,
    features: matrix.features,
    kept: data.value.kept,
    rows: data.value.rowNames.length,
    values: () => centred(matrix.values, found),
    doubts,
    more: { scaled: spec.scale, dropped: data.value.leftOut.names.length, solver: found.solver },
    context,
  });
};

/** As the components see them: less their means, divided by their units. */
function centred(
  values: Float64Array,
  { centre, unit }: { readonly centre: Float64Array; readonly unit: Float64Array },
): Float64Array {
  const width = centre.length;
  return values.map((value, at) => (value - (centre[at % width] as number)) / (unit[at % width] as number));
}
