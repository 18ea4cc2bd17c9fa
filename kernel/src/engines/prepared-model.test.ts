// A model that holds the steps that it was trained behind answers raw data as scikit-learn's pipeline does (testing/reference/train),
// and says why it does not where the data are others.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Artifact, Model, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { modelCard } from "@genomecraft/cells/artifacts/types/model/card.ts";
import { model as modelType } from "@genomecraft/cells/artifacts/types/model/model.ts";
import { cellJson, columnOf, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { execute as predict } from "@genomecraft/cells/kinds/predict/execute.ts";
import { predict as predictKind } from "@genomecraft/cells/kinds/predict/spec.ts";
import { execute as train } from "@genomecraft/cells/kinds/train/execute.ts";
import { train as trainKind } from "@genomecraft/cells/kinds/train/spec.ts";
import { execute as transform } from "@genomecraft/cells/kinds/transform/execute.ts";
import { transform as transformKind } from "@genomecraft/cells/kinds/transform/spec.ts";
import { failureSentence, sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { sentencesIn } from "@genomecraft/cells/messages/sentence.ts";
import { malignant, referenceTable } from "@genomecraft/cells/testing/reference-tables.ts";
import { onnxNames } from "@genomecraft/cells/learn/class-model.ts";
import { withShares } from "@genomecraft/cells/learn/shares-before.ts";
import { learners } from "@genomecraft/cells/learners.ts";
import { trainLearner } from "@genomecraft/cells/testing/train-learner.ts";
import { newOnnxEngine } from "./onnx-engine.ts";

const answers = path.resolve(import.meta.dirname, "../../../cells/src/testing/reference/train/pipelines.json");
const told: { readonly [name: string]: { readonly all: readonly number[] } } = JSON.parse(readFileSync(answers, "utf8"));
const six = ["a", "b", "c", "d", "e", "f"];
const raw = tableOf(...referenceTable("wdbc").columns.filter(({ name }) => six.includes(name)));
const named = tableOf(
  ...raw.columns,
  textColumn(
    "diagnosis",
    malignant.map((is) => (is ? "malignant" : "benign")),
  ),
);
const onnx = await newOnnxEngine();
const from = { ref: "cell_data" as CellId };
const contextOf = (inputs: { readonly [cell: string]: Artifact }) =>
  ({
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: ({ ref }: { ref: string }) => inputs[ref] as Artifact,
    valueOf: (field: unknown) => field,
    engines: { sql: null, onnx },
  }) as Partial<ExecuteContext> as ExecuteContext;

async function trained(more: readonly JsonObject[] = []): Promise<Model> {
  const steps = [
    { id: "a", verb: "fill-missing", columns: six, fill: { by: "mean" } },
    { id: "b", verb: "scale", columns: six, by: "standard" },
    ...more,
  ];
  const made = await transform(transformKind.schema.parse({ from, steps }), contextOf({ cell_data: named }));
  if (!made.ok) throw new Error(failureSentence(made.error, "en"));
  const spec = trainKind.schema.parse({
    from,
    prepare: { ref: "cell_clean", port: "fitted" },
    target: "diagnosis",
    algorithm: { type: "logistic", standardise: false },
    validation: { type: "k-fold", folds: 2 },
  });
  const found = await train(spec, contextOf({ cell_data: named, cell_clean: made.value["fitted"] as Artifact }));
  if (!found.ok) throw new Error(failureSentence(found.error, "en"));
  return found.value["out"] as Model;
}
test("rows that the model's steps leave out are not answered, each in its place; those that only its training lacks are (T-3)", async () => {
  const thinned = { id: "c", verb: "outliers", columns: ["b"], rule: { by: "iqr", beyond: 1.5 }, action: "drop" };
  const model = await trained([thinned, { id: "d", verb: "filter", where: "f < 1" }]);
  const spec = predictKind.schema.parse({ model: { ref: "cell_model" }, from });
  const found = await predict(spec, contextOf({ cell_data: raw, cell_model: model }));
  if (!found.ok) throw new Error(failureSentence(found.error, "en"));
  const { out, report } = found.value;
  const column = columnOf(out as Table, "p_malignant");
  const raws = columnOf(raw, "f");
  const rows = Array.from({ length: 569 }, (_, row) => row);
  const areas = rows.map((row) => (raws ? cellJson(raws, row) : null));
  const known = areas.filter((area) => area !== null).map(Number);
  const mean = known.reduce((sum, area) => sum + area, 0) / known.length;
  // What is missing is filled by the mean, and each is at the scale of all.
  const all = areas.map((area) => Number(area ?? mean));
  const sd = Math.sqrt(all.reduce((sum, area) => sum + (area - mean) ** 2, 0) / all.length);
  const stays = all.map((area) => (area - mean) / sd < 1);
  const left = stays.filter((is) => !is).length;
  expect(left).toBeGreaterThan(50);
  expect(rows.map((row) => column !== null && cellJson(column, row) !== null)).toEqual(stays);
  const body = report?.type === "report" ? report.body : {};
  expect(body).toMatchObject({ rows: 569, unanswered: left });
  expect(
    sentencesIn(body["doubts"])
      .map((doubt) => sentenceIn(doubt, "en"))
      .join(" "),
  ).toContain(`${left} of 569 rows get no prediction, because the steps of the model leave such rows out`);
});
async function predicted(model: Model, data: Table): Promise<Table | string> {
  const spec = predictKind.schema.parse({ model: { ref: "cell_model" }, from });
  const found = await predict(spec, contextOf({ cell_data: data, cell_model: model }));
  return found.ok ? (found.value["out"] as Table) : failureSentence(found.error, "en");
}

test("new data are prepared by the model's own steps (T-3)", async () => {
  const model = await trained();
  const table = await predicted(model, raw);
  if (typeof table === "string") throw new Error(table);
  const column = columnOf(table, "p_malignant");
  const far = told["mean-standard"]?.all.map((p, row) => Math.abs(p - Number(column && cellJson(column, row)))) ?? [1];
  expect(far).toHaveLength(569);
  expect(Math.max(...far)).toBeLessThan(2e-6);
  expect(await predicted(model, tableOf(...raw.columns.slice(1)))).toMatch(/Preparing: .*no column a/);
  const unread: Model = { ...model, card: { ...model.card, prepare: { steps: 1 } } };
  expect(await predicted(unread, raw)).toMatch(/kept by another release/);
  // Steps quote rows.
  expect(modelType.withoutRows(model)?.card).not.toHaveProperty("prepare");
  expect(modelCard.rights).toBe("results");
});

test.each(Object.keys(learners))(
  "the file of %s gives back the shares that classes had before they were balanced (T-4)",
  async (type) => {
    const rows = 40;
    const values = Float64Array.from({ length: rows * 2 }, (_, at) => Math.sin(at * 7) * 3);
    const matrix = { rows, features: ["f", "g"], values };
    const classes = Int32Array.from({ length: rows }, (_, row) => (Number(values[row * 2]) > 0.5 ? 2 : row % 2));
    const model = await trainLearner({ type }, matrix, classes, 3);
    const factors = Float64Array.of(0.2, 1.7, 0.9);
    const answer = await onnx.run({
      onnx: model.toOnnx(["a", "b", "c"], factors),
      inputName: onnxNames.input,
      rows,
      features: 2,
      data: values,
      signal: new AbortController().signal,
    });
    if (!answer.ok) throw new Error(failureSentence(answer.error, "en"));
    const wanted = withShares(model.predict(matrix), factors);
    const found = answer.value[onnxNames.probability]?.data as Float32Array;
    const far = [...wanted].map((p, at) => Math.abs(p - (found[at] ?? Number.NaN)));
    expect(Math.max(...far)).toBeLessThan(1e-5);
  },
);
