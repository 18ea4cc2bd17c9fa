// Predictions by ONNX Runtime, features matched to columns by name. Only a file that names none, with no names given either,
// takes the numeric columns in their order, and says so in the log.

import type { Assay, Column, Model, ModelCard, Table } from "../../artifacts/artifact.ts";
import { columnOf, isMissing, uniquelyNamed } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { annotationOf, learningData, type LearningData, rowNamesOf } from "../../learn/data-of-artifact.ts";
import { featureMoments } from "../../learn/design-matrix.ts";
import { rowsLeftOut, rowsMissing } from "../../learn/doubts-of-data.ts";
import { overAllRows } from "../../learn/output-columns.ts";
import { otherScale } from "../../learn/other-scale.ts";
import { markOfRows } from "../../learn/rows-mark.ts";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { receivedSentence } from "../../messages/sentence.ts";
import { type Doubt, doubtOf } from "../../contract/doubt.ts";
import { featureNamesOf } from "../../artifacts/types/model/onnx-features.ts";
import { type OnnxLabels, onnxLabelsOf } from "../../learn/onnx-labels.ts";
import { withoutZipMap } from "../../learn/onnx-without-zipmap.ts";
import { isCellRef } from "../../base/refs.ts";
import type { OnnxEngine } from "../../contract/engines.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { answerColumns } from "./answer-columns.ts";
import { preparedFor } from "./execute-prepared.ts";
import type { PredictSpec } from "./spec.ts";
import { words as learnWords } from "../../learn/words.ts";

/** What running a model needs to know of it. */
interface Signature {
  readonly onnx: Uint8Array;
  readonly inputName: string;
  readonly features: readonly string[] | null;
  readonly width: number | null;
  readonly card: ModelCard | null;
  /** What a file without card says of its classes. */
  readonly labels: OnnxLabels | null;
  /** It is known to take float32. */
  readonly isFloat32: boolean;
}

const largestModel = 512 * 1024 * 1024;

export const execute: Execute<PredictSpec> = async (spec, context) => {
  if (!spec.from || !spec.model) return err(learnWords.failure("no-data", {}, { at: [spec.model ? "from" : "model"] }));
  const engine = context.engines.onnx;
  if (!engine) return err(learnWords.failure("no-onnx"));
  const signature = await signatureOf(spec, context, engine);
  if (!signature.ok) return signature;
  const { inputName, onnx, card } = signature.value;
  // What stands beside the answers is as it came.
  const given = context.input(spec.from) as Assay | Table;
  const made = await preparedFor(card, given, context.signal);
  if (!made.ok) return made;
  const { source, places } = made.value;
  const allNames = rowNamesOf(given);
  const wanted = signature.value.features;
  const data = learningData(source, {
    features: wanted,
    except: [],
    needs: [],
    selects: 0,
    ...(places ? { names: Array.from(places, (row) => allNames[row] ?? "") } : {}),
  });
  if (!data.ok) return data;
  const { matrix } = data.value;
  // In the data that are answered.
  const kept = data.value.kept.map((row) => places?.[row] ?? row);
  const { width } = signature.value;
  if (width !== null && width !== matrix.features.length) {
    return err(learnWords.failure("width-differs", { expected: width, got: matrix.features.length }, { at: ["features"] }));
  }
  const answer = await engine.run({
    onnx,
    inputName,
    rows: matrix.rows,
    features: matrix.features.length,
    data: matrix.values,
    signal: context.signal,
  });
  if (!answer.ok) return answer;
  const doubts: Doubt[] = [...made.value.doubts, ...rowsMissing(data.value, "doubt-not-predicted")];
  const left = rowsLeftOut(data.value);
  if (left !== null) context.log(left);
  doubts.push(...(card?.notes ?? []).map((note) => receivedSentence(note)));
  doubts.push(...trainedOn(card, { matrix, kept }, annotationOf(given)));
  doubts.push(...otherScale(card, matrix));
  if (signature.value.isFloat32) doubts.push(...digitsLost(matrix));
  if (wanted === null) {
    const { features } = matrix;
    doubts.push(
      learnWords.sentence("log-by-order", {
        n: features.length,
        names: features.slice(0, 5),
        more: features.length > 5 ? ", …" : "",
      }),
    );
  }
  const rows = allNames.length;
  const columns: Column[] = annotationOf(given).columns.filter(
    (column) => given.type === "assay" || column.type === "text" || column.type === "boolean",
  );
  const answered = answerColumns(answer.value, {
    rows: matrix.rows,
    card,
    labels: signature.value.labels,
    answer: spec.answer,
  });
  const about = columns.length;
  for (const column of answered.columns) columns.push(overAllRows(column, kept, rows));
  const { contradictions, unnamed } = answered;
  if (unnamed.length > 0) doubts.push(learnWords.sentence("doubt-classes-unknown", { outputs: unnamed }));
  if (contradictions)
    doubts.push(
      doubtOf(learnWords.sentence(`log-${contradictions.taken}-taken`, { n: contradictions.rows, rows: matrix.rows }), [
        contradictions.rows,
        matrix.rows - contradictions.rows,
      ]),
    );
  for (const doubt of doubts) context.log(sentenceIn(doubt, "en"));
  return ok({
    out: { type: "table", rowCount: rows, columns: answersFirst(uniquelyNamed(columns, "_"), about) },
    report: {
      type: "report",
      report: "prediction",
      body: { rows, unanswered: rows - kept.length, doubts: doubts.map((doubt) => ({ ...doubt })) },
    },
  });
};

/** What was asked for stands behind the first column, which names the rows: it is seen without going to the end of a wide table. */
const answersFirst = (columns: readonly Column[], about: number): readonly Column[] => [
  ...columns.slice(0, Math.min(1, about)),
  ...columns.slice(about),
  ...columns.slice(1, about),
];

/**
 * Rows of the training, known by their mark: all rows, or those of which the target is known, where it is missing in others
 * (these were not trained on, and are what a prediction is for).
 */
function trainedOn(
  card: ModelCard | null,
  { matrix, kept }: Pick<LearningData, "matrix" | "kept">,
  annotation: Table,
): readonly Doubt[] {
  if (card?.trainedOn.mark === undefined) return [];
  const { mark } = card.trainedOn;
  if (mark === markOfRows(matrix)) return [learnWords.sentence("doubt-trained-on", { rows: matrix.rows })];
  const target = columnOf(annotation, card.target ?? "");
  if (!target) return [];
  const known = [...kept.keys()].filter((row) => !isMissing(target, kept[row] as number));
  if (known.length === matrix.rows || known.length !== card.trainedOn.rows) return [];
  return mark === markOfRows(rowsOf(matrix, known))
    ? [
        doubtOf(learnWords.sentence("doubt-trained-on-part", { n: known.length, rows: matrix.rows }), [
          known.length,
          matrix.rows - known.length,
        ]),
      ]
    : [];
}

function rowsOf({ features, values }: DesignMatrix, rows: readonly number[]): DesignMatrix {
  const width = features.length;
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, at) => taken.set(values.subarray(row * width, (row + 1) * width), at * width));
  return { rows: rows.length, features, values: taken };
}

/**
 * Columns whose digits float32 does not keep: rounding moves a value by more than a thousandth of their spread. Rows that
 * differ then look alike.
 */
function digitsLost(matrix: DesignMatrix): readonly Doubt[] {
  const { sd } = featureMoments(matrix);
  const width = matrix.features.length;
  const names = matrix.features.filter((_, f) => {
    for (let at = f; at < matrix.values.length; at += width) {
      const value = matrix.values[at] as number;
      if (Math.abs(value - Math.fround(value)) > 1e-3 * (sd[f] as number)) return true;
    }
    return false;
  });
  if (names.length === 0) return [];
  const more = names.length > 10 ? ", …" : "";
  return [learnWords.sentence("doubt-float32", { n: names.length, names: names.slice(0, 10), more })];
}

async function signatureOf(spec: PredictSpec, context: ExecuteContext, engine: OnnxEngine): Promise<Result<Signature, Failure>> {
  if (isCellRef(spec.model)) {
    if (spec.features !== null)
      return err(learnWords.failure("features-of-model", {}, { at: ["features"], fix: { path: ["features"], value: null } }));
    const model = context.input(spec.model) as Model;
    return ok({
      onnx: model.onnx,
      inputName: model.card.inputName,
      features: model.card.features.map((each) => each.name),
      width: model.card.features.length,
      card: model.card,
      labels: null,
      isFloat32: false,
    });
  }
  const file = spec.model;
  if (!file) return err(learnWords.failure("no-data", {}, { at: ["model"] }));
  const bytes = context.file(file);
  if (bytes.size > largestModel)
    return err(learnWords.failure("model-too-large", { name: file.name, bytes: bytes.size }, { at: ["model"] }));
  const written = await bytes.read(0, bytes.size);
  const onnx = withoutZipMap(written);
  const found = await engine.inspect(onnx);
  if (!found.ok)
    return err(
      learnWords.failure(
        "not-onnx",
        { name: file.name, detail: String(found.error.params["detail"] ?? "").replace(/\.+$/, "") },
        { at: ["model"] },
      ),
    );
  const [input, ...others] = found.value.inputs;
  const width = input?.dims[input.dims.length - 1];
  if (!input || others.length > 0 || !["float32", "float64"].includes(input.type) || input.dims.length !== 2) {
    return err(
      learnWords.failure(
        "onnx-shape",
        { name: file.name, inputs: found.value.inputs.map((each) => `${each.name}: ${each.type}[${each.dims.join(", ")}]`) },
        { at: ["model"] },
      ),
    );
  }
  return ok({
    onnx,
    inputName: input.name,
    features: spec.features ?? featureNamesOf(onnx),
    width: typeof width === "number" && width > 0 ? width : null,
    card: null,
    labels: onnxLabelsOf(written),
    isFloat32: input.type === "float32",
  });
}
