// Genome-wide association of 41,722 markers x 246 lines of maize (linear, three covariates): the whole work of a cell, pictures too,
// beside plink 1.9 and plink 2 on the same data in the same run; and Manhattan plots of a million p values.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Artifact, Assay, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { Execute, ExecuteContext } from "@genomecraft/cells/contract/execute.ts";
import { execute as associateExecute } from "@genomecraft/cells/kinds/associate/execute.ts";
import { associate } from "@genomecraft/cells/kinds/associate/spec.ts";
import { execute as chartExecute } from "@genomecraft/cells/kinds/chart/execute.ts";
import { chart } from "@genomecraft/cells/kinds/chart/spec.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { maizeFiles, maizeGenotypes, maizeTraits } from "@genomecraft/cells/testing/maize.ts";
import { hasReference } from "@genomecraft/cells/testing/reference-data.ts";
import { type Measurement, median } from "./measurement.ts";
import { ownSeconds, programSeconds } from "./processor-time.ts";

const rounds = 5;
const covariates = ["c1", "c2", "c3"];

export async function bench(): Promise<Measurement[]> {
  return [...(hasReference(...maizeFiles) ? await association() : []), ...(await pictures())];
}

const contextOf = (inputs: { readonly [name: string]: Artifact }): ExecuteContext =>
  ({
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    input: ({ ref }: { readonly ref: string }) => inputs[ref],
    valueOf: (value: unknown) => value,
  }) as unknown as ExecuteContext;

async function done(execute: Execute<never>, spec: object, context: ExecuteContext): Promise<void> {
  const made = await execute(spec as never, context);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
}

/** In turn with each peer, all by processor time: whole runs of the programs, the whole work of the cell. */
async function association(): Promise<Measurement[]> {
  const from = maizeGenotypes();
  const random = seededRandom(1);
  const traits = maizeTraits("Mur13W");
  const sheet = tableOf(
    ...traits.columns,
    ...covariates.map((name) =>
      numberColumn(
        name,
        Array.from({ length: traits.rowCount }, () => random()),
      ),
    ),
  );
  const spec = associate.schema.parse({
    from: { ref: "from" },
    sheet: { ref: "sheet" },
    trait: "anthesis",
    covariates,
    minCount: 1,
    threshold: 0,
  });
  const context = contextOf({ from, sheet });
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    writePlink(folder, from, sheet);
    const common = ["--bfile", "d", "--covar", "cov.txt", "--out", "o"];
    const peers = [
      ["plink1.9", "--allow-no-sex", "--linear", "hide-covar"],
      ["plink2", "--glm", "hide-covar"],
    ] as const;
    const ours: number[] = [];
    const theirs = peers.map((): (number | null)[] => []);
    for (let round = 0; round < rounds; round++) {
      ours.push(await ownSeconds(() => done(associateExecute as never, spec, context)));
      peers.forEach(([peer, ...args], at) => theirs[at]?.push(programSeconds(peer, [...common, ...args], folder)));
    }
    const mine = median(ours);
    const name = `association, linear with three covariates and its pictures, ${from.featureCount.toLocaleString("en")} x ${from.sampleCount}, processor time`;
    return peers.map(([peer], at) => {
      const all = (theirs[at] ?? []).filter((each) => each !== null);
      return {
        name: `${name}, beside ${peer}`,
        unit: "s",
        median: mine,
        bound: "2 s, ratio <= 2",
        ...(all.length === rounds ? { peer, peerMedian: median(all), ratio: mine / median(all) } : {}),
      };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same data as .bed, .bim and .fam. */
function writePlink(folder: string, assay: Assay, sheet: Table): void {
  const { data } = assay.values as { data: Int8Array };
  const { featureCount, sampleCount } = assay;
  const width = Math.ceil(sampleCount / 4);
  const bed = new Uint8Array(3 + width * featureCount);
  bed.set([0x6c, 0x1b, 0x01]);
  const codes = [3, 2, 0];
  for (let site = 0; site < featureCount; site++)
    for (let sample = 0; sample < sampleCount; sample++)
      addBits(
        bed,
        3 + site * width + (sample >> 2),
        (codes[data[site * sampleCount + sample] as number] as number) << (2 * (sample & 3)),
      );
  const ids = textOf(assay.samples, 0);
  const row = new Map(textOf(sheet, 0).map((id, at) => [id, at]));
  const value = (id: string, name: string): number =>
    (sheet.columns.find((column) => column.name === name) as { values: Float64Array }).values[row.get(id) as number] as number;
  const write = (name: string, text: string | Uint8Array): void => writeFileSync(path.join(folder, name), text);
  write("d.bed", bed);
  write("d.fam", ids.map((id) => `${id} ${id} 0 0 0 ${value(id, "anthesis")}`).join("\n"));
  write("d.bim", Array.from({ length: featureCount }, (_, at) => `1 m${at} 0 ${at + 1} A G`).join("\n"));
  write(
    "cov.txt",
    ["FID IID c1 c2 c3", ...ids.map((id) => [id, id, ...covariates.map((name) => value(id, name))].join(" "))].join("\n"),
  );
}

function addBits(bytes: Uint8Array, at: number, bits: number): void {
  bytes[at] = (bytes[at] as number) | bits;
}

function textOf(table: Table, at: number): readonly string[] {
  const column = table.columns[at];
  return column?.type === "text" ? Array.from(column.codes, (code) => column.dictionary[code] ?? "") : [];
}

async function pictures(): Promise<Measurement[]> {
  const rows = 1_000_000;
  const random = seededRandom(2);
  const at = Array.from({ length: rows }, (_, row) => row);
  const from = tableOf(
    textColumn(
      "chromosome",
      at.map((row) => String(1 + Math.floor((22 * row) / rows))),
    ),
    integerColumn(
      "position",
      at.map((row) => 1 + 3000 * (row % Math.ceil(rows / 22))),
    ),
    numberColumn(
      "p",
      at.map(() => random()),
    ),
  );
  const fields = { from: { ref: "from" }, x: "position", y: "p", color: "chromosome" };
  const context = contextOf({ from });
  const drawn = async (options: object): Promise<number> => {
    const spec = chart.schema.parse({ ...fields, chart: { type: "manhattan", ...options } });
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = performance.now();
      await done(chartExecute as never, spec, context);
      seconds.push((performance.now() - started) / 1000);
    }
    return median(seconds);
  };
  return [
    { name: "Manhattan plot of 1,000,000 p", unit: "ms", median: 1000 * (await drawn({})), bound: "none" },
    {
      name: "the same, one stretch of 5 Mb",
      unit: "ms",
      median: 1000 * (await drawn({ place: "7:20000000-25000000" })),
      bound: "300 ms",
    },
  ];
}
