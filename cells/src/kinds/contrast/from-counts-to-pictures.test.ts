// A model is fitted once, and contrasts are asked of what it keeps: from a matrix of counts to sentences and pictures.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import type { Artifact } from "../../artifacts/artifact.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext, Outputs } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { executorOf } from "../../executors.ts";
import { kindOf } from "../../kinds.ts";
import { contrastReport } from "../../reports/contrast/report.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { seededRandom } from "../../stats/seeded-random.ts";

const [genes, each] = [300, 4];
const groups = Array.from({ length: 2 * each }, (_, at) => (at < each ? "control" : "treated"));

/** The first `changed` genes are eight times as high in the second group. */
function counts(changed: number): Artifact {
  const random = seededRandom(7);
  const data = Float32Array.from({ length: genes * 2 * each }, (_, at) => {
    const [gene, sample] = [Math.floor(at / (2 * each)), at % (2 * each)];
    const mean = gene === genes - 1 ? 0 : (20 + gene) * (gene < changed && sample >= each ? 8 : 1);
    // Unlike samples beyond chance, the more so the fewer reads there are.
    const spread = Math.sqrt(4 / (mean + 1) + 0.02);
    return Math.round(mean * Math.exp(spread * normalQuantile(Math.max(1e-9, random()))));
  });
  return assayOf({
    values: { layout: "dense", data },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: genes }, (_, at) => `g${at}`),
        { semantic: "gene" },
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        groups.map((group, at) => `${group}${at}`),
        { semantic: "sample" },
      ),
      textColumn("group", groups),
    ),
    scale: "counts",
  });
}

const lines: string[] = [];
async function run(kind: string, spec: JsonObject, input: Artifact): Promise<Outputs> {
  const execute = await executorOf(kind);
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: (line) => void lines.push(line),
    input: () => input,
    valueOf: (field) => field as never,
  };
  const parsed = kindOf(kind)?.schema.parse({ from: { ref: "cell_a" as CellId }, ...spec }) as JsonObject;
  const result = await execute?.(parsed, context as ExecuteContext);
  if (!result?.ok) throw new Error(`${kind} failed: ${result?.error.reason}`);
  return result.value;
}
const asks = { by: "groups", factor: "group", of: ["treated"], against: ["control"] };
const report = (artifact: Artifact | undefined) =>
  artifact?.type === "report" ? { report: artifact.report, body: artifact.body } : null;

test("from counts to what was found: the table, the sentence, the pictures, the call of R", async () => {
  const model = await run("differential", { design: { formula: "~ group" } }, counts(20));
  const design = bodyOf(fittedDesignReport, report(model["design"]));
  expect(design?.variables).toEqual([{ kind: "factor", name: "group", levels: ["control", "treated"] }]);
  expect(model["dispersions"]?.type).toBe("figure");
  lines.length = 0;
  const found = await run("contrast", { contrasts: [{ asks }], alpha: 0.1 }, model["fit"] as Artifact);
  const body = bodyOf(contrastReport, report(found["report"]));
  const [one] = body?.contrasts ?? [];
  expect(one).toMatchObject({ name: "treated against control", sizes: { of: 4, against: 4 } });
  expect(one?.up).toBeGreaterThanOrEqual(19);
  expect(one?.up).toBeLessThanOrEqual(26);
  expect(one?.inR.at(-1)).toBe('results(dds, contrast = c("group", "treated", "control"), alpha = 0.1)');
  expect(one?.histogram.reduce((sum, n) => sum + n, 0)).toBe(one?.tested);
  expect(lines[0]).toMatch(/^treated against control: \d+ features higher/);
  const out = found["out"];
  if (out?.type !== "table") throw new Error("a table");
  const why = columnOf(out, "why");
  expect(why && "valid" in why).toBe(true);
  expect(found["volcano"]).toMatchObject({ type: "figure", marks: genes - 1 });
});

test("where nothing differs it is said why nothing was found", async () => {
  const model = await run("differential", { design: { formula: "~ group" } }, counts(0));
  lines.length = 0;
  await run("contrast", { contrasts: [{ asks }], alpha: 1e-6 }, model["fit"] as Artifact);
  expect(lines.join("\n")).toContain("passes at a false discovery rate of");
  expect(lines.join("\n")).toContain("The smallest p value is");
  expect(lines.join("\n")).toContain("would have to change about");
});
