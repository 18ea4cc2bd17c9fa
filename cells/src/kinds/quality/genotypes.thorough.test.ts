// Rules of genotypes on the 1000 genomes (14,079 sites of 1,092 people) as they are, and with genotypes taken out by a rule:
// numbers are those of plink1.9 (1.90b6.26: --missing), plink2 (--het, --make-king-table, --king-cutoff) and bcftools (1.16: stats
// -s -) on the same VCF, and on the one that the same rule made of it.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Assay, missingByte, type Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, textsOf, textColumn, tableOf } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { readFile } from "../../files/read-file.ts";
import { qualityReport } from "../../reports/quality/report.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { execute } from "./execute.ts";
import { quality } from "./spec.ts";

const file = "kg_phase1_1092/kg_phase1_14079.vcf.gz";
const people = "kg_phase1_1092/samples.tsv";

async function judged(assay: Assay, more: JsonObject = {}) {
  const context: Partial<ExecuteContext> = {
    input: () => assay,
    valueOf: (field) => field as Json,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  };
  const spec = quality.schema.parse({ from: { ref: "cell_x" as CellId }, ...more });
  const result = await execute(spec, context as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  const { out, report } = result.value;
  const body =
    report?.type === "report" ? bodyOf(qualityReport, { report: report.report, body: report.body as JsonObject }) : null;
  if (!body) throw new Error("a report was expected");
  return { body, table: out as Table };
}

/** Of a measure what each sample has. */
function measured(table: Table, name: string): ReadonlyMap<string, number> {
  const [ids, values] = [columnOf(table, "sample"), columnOf(table, name)];
  if (ids?.type !== "text" || !values) throw new Error(name);
  return new Map(textsOf(ids).map((id, row) => [id, Number(cellJson(values, row))]));
}
const sum = (values: Iterable<number>): number => [...values].reduce((all, one) => all + one, 0);
/** Significant digits are six, as plink2 writes them. */
const near = (found: number | undefined, expected: number): void =>
  expect(Math.abs((found as number) / expected - 1), `${found} beside ${expected}`).toBeLessThan(1e-5);

/** Taken out of the VCF by: awk, `.` where (site * 31 + sample * 17) % 101 < 3, and more of samples 5 and 7 and of each 2000th site. */
function holed(assay: Assay): Assay {
  if (assay.values.layout !== "bytes") throw new Error("bytes were expected");
  const data = assay.values.data.map((value, at) => {
    const site = Math.floor(at / assay.sampleCount);
    const sample = at % assay.sampleCount;
    const isOut =
      (site * 31 + sample * 17) % 101 < 3 ||
      (sample === 5 && site % 5 === 0) ||
      (sample === 7 && site % 14 === 0) ||
      (site % 2000 === 0 && sample % 4 === 0);
    return isOut ? missingByte : value;
  });
  return { ...assay, values: { layout: "bytes", data } };
}

describe.skipIf(!hasReference(file, people))("the 1000 genomes", { timeout: 120_000 }, async () => {
  const read = hasReference(file, people) ? await readFile(bytesAsSource(readFileSync(referenceFile(file))), "kg.vcf.gz") : null;
  const bare = (read?.content.shape === "whole" ? read.content.artifact : null) as Assay;
  const said = new Map(
    hasReference(people)
      ? readFileSync(referenceFile(people), "utf8")
          .split("\n")
          .map((line) => line.split("\t"))
          .map(([id = "", superpop = ""]) => [id, superpop])
      : [],
  );
  const samples = (): Table => {
    const [ids] = bare.samples.columns;
    if (ids?.type !== "text") throw new Error("ids were expected");
    return tableOf(
      ids,
      textColumn(
        "superpop",
        textsOf(ids).map((id) => said.get(id) ?? null),
      ),
    );
  };
  const whole = bare && { ...bare, samples: samples() };
  const holes = bare && holed(whole);

  test("rules of expression have nothing to say of them, and all rules take seconds", async () => {
    const start = performance.now();
    const { body } = await judged(whole);
    expect(performance.now() - start).toBeLessThan(30_000);
    const lacks = body.rules.filter(({ lacks: why }) => why?.key === "quality-thresholds.of-expression").map(({ rule }) => rule);
    expect(lacks).toHaveLength(8);
    expect(lacks).toContain("duplicates");
  });

  test("missing genotypes are those of plink1.9 --missing", async () => {
    const { table } = await judged(whole);
    expect(sum(measured(table, "missing_share").values())).toBe(0);
    const { table: after, body } = await judged(holes);
    const shares = measured(after, "missing_share");
    for (const [id, missing] of Object.entries({ HG00096: 425, HG00102: 3149, HG00104: 1396, NA20828: 419 }))
      expect(shares.get(id)).toBe(missing / 14_079);
    expect(Math.round(sum(shares.values()) * 14_079)).toBe(462_489);
    const verdicts = body.verdicts.filter(({ rule }) => rule === "sample-missingness");
    expect(verdicts.map(({ level, samples: of }) => `${level} ${of.join()}`)).toEqual(["fail HG00102", "warn HG00104", "warn "]);
    expect(verdicts[2]).toMatchObject({
      says: { params: { n: 8, all: 14_079 } },
      step: { verb: "filter-sites", frequency: 0, missing: 0.1 },
    });
    near(verdicts[2]?.value ?? undefined, 300 / 1092);
  });
});
