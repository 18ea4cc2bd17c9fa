// Whether samples are held to the rules of single cells: as they look, which is said, or as somebody chose.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { execute } from "./execute.ts";
import { quality } from "./spec.ts";

/** Bulk samples of few reads, of many small organs: three of four counts are 0. */
const sparse = (samples: number) =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from({ length: 40 * samples }, (_, at) => (at % 4 === 0 ? (at % 97) + 1 : 0)) },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: 40 }, (_, at) => `g${at}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: samples }, (_, at) => `s${at}`),
      ),
    ),
    scale: "counts",
    featureNoun: "gene",
  });

async function taken(samples: number, cells: JsonObject) {
  const context: Partial<ExecuteContext> = {
    input: () => sparse(samples),
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const result = await execute(quality.schema.parse({ from: { ref: "cell_x" as CellId }, ...cells }), context as ExecuteContext);
  const report = result.ok ? result.value.report : null;
  const body =
    report?.type === "report" ? bodyOf(qualityReport, { report: report.report, body: report.body as JsonObject }) : null;
  const level = (name: string) => body?.rules.find(({ rule }) => rule === name);
  return { taken: body?.taken, ofCells: level("cell-outliers")?.level !== undefined, lacks: level("library-size")?.lacks?.key };
}

test.each([
  ["few samples are samples", 60, {}, "samples", null],
  ["hundreds of which most counts are 0 look like cells", 520, {}, "cells", "zeros"],
  ["but somebody may know that they are samples", 520, { cells: "samples" }, "samples", "chosen"],
  ["or that few are cells", 60, { cells: "cells" }, "cells", "chosen"],
] as const)("%s", async (_title, samples, spec, are, by) => {
  const found = await taken(samples, spec);
  expect(found.taken).toEqual({ for: are, by });
  expect(found.ofCells).toBe(are === "cells");
  expect(found.lacks?.endsWith("of-samples") ?? false).toBe(are === "cells");
});
