// A whole study of cBioPortal's own tests (AGPL, read from ../shared/data alone); numbers by pandas 1.5.3: merge on
// PATIENT_ID, sums of all cells.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { columnOf, textsOf } from "../../artifacts/table.ts";
import { denseData, featureIds } from "../../artifacts/assay.ts";
import { inspectFile } from "../../files/inspect.ts";
import { eachSheet } from "../../files/inspection.ts";
import { readFile } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { archiveOf } from "./cases.ts";

const folder = referenceFile("cbioportal_study_es_0");
const study = (): ReturnType<typeof bytesAsSource> => {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return bytesAsSource(archiveOf(Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "utf8")]))));
};
const read = async (sheet: string | null) => (await readFile(study(), "study.zip", { sheet })).content;

test.skipIf(!hasReference("cbioportal_study_es_0"))("samples stand with what is known of their patients", async () => {
  const content = await read(null);
  const table = (content as { readonly artifact: Table }).artifact;
  expect([table.rowCount, ...table.columns.map(({ name }) => name)]).toEqual([
    845,
    "SAMPLE_ID",
    "PATIENT_ID",
    "SUBTYPE",
    "OS_STATUS",
    "OS_MONTHS",
    "DFS_STATUS",
    "DFS_MONTHS",
  ]);
  const months = columnOf(table, "OS_MONTHS");
  if (months?.type !== "float64") throw new Error("months are numbers");
  expect(months.valid?.reduce((sum, one) => sum + one, 0)).toBe(810);
  expect(months.values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(23366.45, 6);
  const counts = new Map<string, number>();
  const status = columnOf(table, "OS_STATUS");
  for (const text of status ? textsOf(status) : []) counts.set(text, (counts.get(text) ?? 0) + 1);
  expect([counts.get("0:LIVING"), counts.get("1:DECEASED")]).toEqual([723, 87]);
});

test.skipIf(!hasReference("cbioportal_study_es_0"))("profiles are matrices whose samples are those of the study", async () => {
  const of = async (sheet: string): Promise<Assay> => ((await read(sheet)) as { readonly artifact: Assay }).artifact;
  const expression = await of("data_expression_median.txt");
  expect(featureIds(expression)).toEqual(["CREB3L1", "RPS11", "PNMA1", "MMP2", "ZHX3", "ERCC5"]);
  expect(denseData(expression).reduce((sum, one) => sum + (one === one ? one : 0), 0)).toBeCloseTo(808.5351, 3);
  expect(expression.samples.columns.map(({ name }) => name)).toContain("OS_MONTHS");
  const copies = await of("data_cna_log2.txt");
  expect([copies.featureCount, copies.sampleCount, copies.scale]).toEqual([7, 778, "log2"]);
  expect(denseData(copies).reduce((sum, one) => sum + one, 0)).toBeCloseTo(-741.251, 2);
});

test.skipIf(!hasReference("cbioportal_study_es_0"))(
  "each file is a line of the card; limits are told, never taken for numbers",
  async () => {
    const lines = eachSheet(await inspectFile(study(), "study.zip"));
    expect(lines.map(({ sheet, artifact }) => [sheet, artifact])).toEqual(
      expect.arrayContaining([
        ["clinical", "table"],
        ["data_mutations_extended.maf", "table"],
        ["data_cna_hg19.seg", "table"],
        ["data_expression_median.txt", "assay"],
        ["data_methylation_hm27.txt", "assay"],
        // It has no header.
        ["data_cancer_type.txt", "table"],
      ]),
    );
    const response = lines.find(({ sheet }) => sheet === "data_treatment_ic50.txt");
    expect(response?.issues.map(({ rule }) => rule)).toContain("limits");
    expect(response?.issues.find(({ rule }) => rule === "limits")?.message.params).toMatchObject({ count: 40, value: ">8" });
  },
);
