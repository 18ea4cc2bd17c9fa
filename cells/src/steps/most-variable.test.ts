// "The most variable features" are the same ones wherever they are asked for: by the step, in a heatmap and by a model.

import { expect, test } from "vitest";
import { assayOf, featureIds } from "../artifacts/assay.ts";
import type { Assay, Figure } from "../artifacts/artifact.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { Json, JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { execute } from "../kinds/chart/execute.ts";
import { chart } from "../kinds/chart/spec.ts";
import { learningData } from "../learn/data-of-artifact.ts";
import { mostVariable } from "../learn/design-matrix.ts";
import { seededRandom } from "../stats/seeded-random.ts";
import { apply } from "./top-variable/apply.ts";
import { topVariable } from "./top-variable/step.ts";
import { noChain } from "../testing/no-chain.ts";

const [features, samples, wanted] = [200, 12, 50];

/** Rows that are one another in another order: their variances differ by their rounding, or not at all. */
function shuffled(from: readonly number[], layout: "dense" | "sparse"): Assay {
  const random = seededRandom(3);
  const rows = Array.from({ length: features }, () => {
    const left = [...from];
    return from.map(() => left.splice(Math.floor(random() * left.length), 1)[0] as number);
  });
  const stored = Array.from({ length: samples }, (_, s) =>
    rows.flatMap((row, f) => (row[s] === 0 ? [] : [[f, row[s] as number] as const])),
  );
  const values: Assay["values"] =
    layout === "dense"
      ? { layout, data: Float32Array.from(rows.flat()) }
      : {
          layout,
          data: Float32Array.from(stored.flat(), ([, value]) => value),
          featureIndex: Int32Array.from(stored.flat(), ([f]) => f),
          offsets: Int32Array.from({ length: samples + 1 }, (_, s) => stored.slice(0, s).flat().length),
        };
  return assayOf({
    values,
    features: tableOf(
      textColumn(
        "gene",
        Array.from(rows.keys(), (f) => `g${f}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: samples }, (_, s) => `s${s}`),
      ),
    ),
    scale: "unknown",
    featureNoun: "gene",
  });
}

async function inHeatmap(assay: Assay): Promise<readonly string[]> {
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, chart: { type: "heatmap", top: wanted } });
  const context = { input: () => assay, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const drawn = await execute(spec, context);
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.error));
  return ((drawn.value["out"] as Figure).layout["yaxis"] as JsonObject)["ticktext"] as readonly string[];
}

test.each([
  ["tenths", "dense", [0.1, 0.2, 0.3, 0.7, 1.1, 1.3, 1.7, 1.9, 2.3, 2.9, 3.1, 3.7]],
  ["counts", "dense", [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 9]],
  ["counts of a sparse matrix", "sparse", [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 5, 9]],
] as const)("features whose variances differ by rounding alone are chosen alike: %s", async (_title, layout, from) => {
  const assay = shuffled(from, layout);
  const scope = {
    index: 0,
    valueOf: (field: unknown) => field as Json,
    input: () => assay,
    say: () => undefined,
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const step = await apply.assay(topVariable.schema.parse({ verb: "top-variable", count: wanted }), assay, scope);
  const chosen = featureIds(step as Assay);
  expect(chosen).toHaveLength(wanted);
  const data = learningData(assay, { features: null, except: [], needs: [], selects: 0 });
  if (!data.ok) throw new Error(JSON.stringify(data.error));
  const { matrix } = data.value;
  expect(Array.from(mostVariable(matrix, wanted), (f) => matrix.features[f])).toEqual(chosen);
  expect([...(await inHeatmap(assay))].toSorted()).toEqual([...chosen].toSorted());
});
