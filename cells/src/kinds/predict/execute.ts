// Predictions by ONNX Runtime, features matched to columns by name. Only a file that names none, with no names given either,
// takes the numeric columns in their order, and says so in the log.

import type { Assay, Column, Model, ModelCard, Table } from "../../artifacts/artifact.ts";
import { takeColumnRows, uniquelyNamed } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { annotationOf, learningData } from "../../learn/data-of-artifact.ts";
import { featureNamesOf } from "../../artifacts/types/model/onnx-features.ts";
import { onnxLabelsOf } from "../../learn/onnx-labels.ts";
import { isCellRef } from "../../base/refs.ts";
import type { OnnxEngine } from "../../contract/engines.ts";
import type { Execute, ExecuteContext } from "../../contract/execute.ts";
import { answerColumns } from "./answer-columns.ts";
import type { PredictSpec } from "./spec.ts";
import { words as learnWords } from "../../learn/words.ts";

/** What running a model needs to know of it. */
interface Signature {
  readonly onnx: Uint8Array;
  readonly inputName: string;
  readonly features: readonly string[] | null;
  readonly width: number | null;
  readonly card: ModelCard | null;
}

const largestModel = 512 * 1024 * 1024;

export const execute: Execute<PredictSpec> = async (spec, context) => {
  if (!spec.from || !spec.model) return err(learnWords.failure("no-data", {}, { at: [spec.model ? "from" : "model"] }));
  const engine = context.engines.onnx;
  if (!engine) return err(learnWords.failure("no-onnx"));
  const signature = await signatureOf(spec, context, engine);
  if (!signature.ok) return signature;
  const source = context.input(spec.from) as Assay | Table;
  const { inputName, onnx, card } = signature.value;
  const wanted = signature.value.features;
  const data = learningData(source, { features: wanted, except: [], needs: [] });
  if (!data.ok) return data;
  const { matrix, kept } = data.value;
  const { width } = signature.value;
  if (width !== null && width !== matrix.features.length) {
    return err(learnWords.failure("width-differs", { expected: width, got: matrix.features.length }, { at: ["features"] }));
  }
  const answer = await engine.run({
    onnx,
    inputName,
    rows: matrix.rows,
    features: matrix.features.length,
    data: Float32Array.from(matrix.values),
    signal: context.signal,
  });
  if (!answer.ok) return answer;
  if (wanted === null) {
    const { features } = matrix;
    context.log(
      learnWords.say(
        "log-by-order",
        { n: features.length, names: features.slice(0, 5), more: features.length > 5 ? ", …" : "" },
        "en",
      ),
    );
  }
  const { dropped } = data.value;
  if (dropped > 0) context.log(learnWords.say("log-not-predicted", { n: dropped }, "en"));
  const rows = kept.length + dropped;
  const columns: Column[] = annotationOf(source).columns.filter(
    (column) => source.type === "assay" || column.type === "text" || column.type === "boolean",
  );
  const answered = answerColumns(answer.value, {
    rows: matrix.rows,
    card,
    labels: card ? null : onnxLabelsOf(onnx),
    answer: spec.answer,
  });
  for (const column of answered.columns) columns.push(overAllRows(column, kept, rows));
  const { contradictions } = answered;
  if (contradictions)
    context.log(learnWords.say(`log-${contradictions.taken}-taken`, { n: contradictions.rows, rows: matrix.rows }, "en"));
  return ok({ out: { type: "table", rowCount: rows, columns: uniquelyNamed(columns, "_") } });
};

/** A column about the rows that were answered, as one about all rows: the others are missing in it. */
function overAllRows(column: Column, kept: Int32Array, rows: number): Column {
  if (kept.length === rows) return column;
  const place = new Int32Array(rows);
  const valid = new Uint8Array(rows);
  kept.forEach((row, at) => {
    place[row] = at;
    valid[row] = 1;
  });
  return { ...takeColumnRows(column, place), valid };
}

async function signatureOf(spec: PredictSpec, context: ExecuteContext, engine: OnnxEngine): Promise<Result<Signature, Failure>> {
  if (isCellRef(spec.model)) {
    const model = context.input(spec.model) as Model;
    return ok({
      onnx: model.onnx,
      inputName: model.card.inputName,
      features: model.card.features.map((each) => each.name),
      width: model.card.features.length,
      card: model.card,
    });
  }
  const file = spec.model;
  if (!file) return err(learnWords.failure("no-data", {}, { at: ["model"] }));
  const bytes = context.file(file);
  if (bytes.size > largestModel)
    return err(learnWords.failure("model-too-large", { name: file.name, bytes: bytes.size }, { at: ["model"] }));
  const onnx = await bytes.read(0, bytes.size);
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
  if (!input || others.length > 0 || input.type !== "float32" || input.dims.length !== 2) {
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
  });
}
