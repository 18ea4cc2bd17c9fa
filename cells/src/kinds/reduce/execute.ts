// Principal components with the annotation of the samples beside the scores, so that a chart can colour by it.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { doubtsOfScale } from "../../artifacts/raw-values.ts";
import { err, ok } from "../../base/result.ts";
import { selectFeatures, mostVariable } from "../../learn/design-matrix.ts";
import { annotationOf, learningData } from "../../learn/data-of-artifact.ts";
import { doubtsOfAll } from "../../learn/kept-aside.ts";
import { principalComponents } from "../../learn/principal-components.ts";
import { constantOnes, doubtsOfData, rowsLeftOut, topUnused } from "../../learn/doubts-of-data.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Execute } from "../../contract/execute.ts";
import { associationsOf, batchesThatDrive } from "./associations.ts";
import { isByFrequency, type ReduceSpec } from "./spec.ts";
import { ofGenotypes } from "./of-genotypes.ts";
import { tablesOf } from "./tables-of.ts";
import { words as learnWords } from "../../learn/words.ts";

export const execute: Execute<ReduceSpec> = async (spec, context) => {
  if (!spec.from) return err(learnWords.failure("no-data", {}, { at: ["from"] }));
  const source = context.input(spec.from) as Assay | Table;
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
  ];
  const left = rowsLeftOut(data.value);
  if (left !== null) context.log(left);
  context.progress(0.2, learnWords.sentence("progress-components"));
  const width = matrix.features.length;
  const found = principalComponents(matrix.values, matrix.rows, width, { components: spec.components, scale: spec.scale });
  const count = found.variance.length;
  if (count === 0) return err(learnWords.failure("no-variance", { features: width }, { at: ["from"] }));
  const sheet = annotationOf(source);
  const scored = { scores: found.scores, components: count, kept: data.value.kept };
  // Of a table its own numbers are what the components are made of.
  const associations = source.type === "assay" ? associationsOf(sheet, scored) : [];
  doubts.push(...batchesThatDrive(sheet, associations, [...found.share]));
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  return ok({
    ...tablesOf(found, { source, features: matrix.features, kept: data.value.kept, rows: data.value.rowNames.length }),
    report: {
      type: "report",
      report: "components",
      body: {
        method: "pca",
        rows: matrix.rows,
        features: width,
        scaled: spec.scale,
        dropped: data.value.leftOut.names.length,
        doubts: doubts.map((doubt) => ({ ...doubt })),
        variance: [...found.variance],
        share: [...found.share],
        associations: associations.map((each) => ({ ...each, share: [...each.share], p: [...each.p] })),
      },
    },
  });
};
