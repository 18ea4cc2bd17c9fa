// Lines of maize with their genotypes, places of markers and yields (maize_drops_gwas: Millet et al. 2016 by way of statgenGWAS), as
// artifacts. For tests and benchmarks; the data lie beside the checkout alone.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Assay, Table } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { referenceFile } from "./reference-data.ts";

const folder = "maize_drops_gwas";
export const maizeFiles = ["markers.csv.gz", "map.csv.gz", "phenotypes.csv"].map((name) => `${folder}/${name}`);

const rowsOf = (name: string): readonly (readonly string[])[] => {
  const bytes = readFileSync(referenceFile(`${folder}/${name}`));
  const text = (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => line.replaceAll('"', "").split(","));
};

/** 41,722 markers x 246 lines, with chromosome, position and alleles. */
export function maizeGenotypes(): Assay {
  const [head = [], ...lines] = rowsOf("markers.csv.gz");
  const markers = head.slice(1);
  const data = new Int8Array(markers.length * lines.length);
  lines.forEach((line, sample) => {
    for (let marker = 0; marker < markers.length; marker++) data[marker * lines.length + sample] = Number(line[marker + 1]);
  });
  const map = new Map(rowsOf("map.csv.gz").map((row) => [row[0] ?? "", row]));
  const column = (at: number): (string | null)[] => markers.map((marker) => map.get(marker)?.[at] ?? null);
  return assayOf({
    values: { layout: "bytes", data },
    features: tableOf(
      textColumn("marker", markers),
      textColumn("chromosome", column(1), { semantic: "chromosome" }),
      integerColumn("position", column(2).map(Number), { semantic: "position", origin: 1 }),
      textColumn("allele1", column(3), { semantic: "allele" }),
      textColumn("allele2", column(4), { semantic: "allele" }),
    ),
    samples: tableOf(
      textColumn(
        "line",
        lines.map(([line = ""]) => line),
        { semantic: "sample" },
      ),
    ),
    scale: "dosage",
    featureNoun: "marker",
  });
}

/** Of one field trial. */
export function maizeTraits(trial: string): Table {
  const [head = [], ...rows] = rowsOf("phenotypes.csv");
  const of = rows.filter((row) => row[head.indexOf("Experiment")] === trial);
  const number = (name: string) =>
    numberColumn(
      name,
      of.map((row) => Number(row[head.indexOf(name)])),
    );
  return tableOf(
    textColumn(
      "line",
      of.map((row) => row[head.indexOf("Variety_ID")] ?? ""),
    ),
    number("grain.yield"),
    number("anthesis"),
  );
}
