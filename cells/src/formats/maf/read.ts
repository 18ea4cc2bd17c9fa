// A MAF file as a table of mutations, its columns under their own names.

import type { Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Issue, Read } from "../../contract/format.ts";
import type { BuildSaid } from "../parts/intervals/build-of-rows.ts";
import { type KnownColumns, readNamed } from "../parts/intervals/named-columns.ts";
import { datesAmongGenes } from "../parts/intervals/dates-among-genes.ts";
import { words } from "./words.ts";

const text = { type: "text" } as const;
const category = { type: "text", more: { semantic: "category" } } as const;
const allele = { type: "text", more: { semantic: "allele" } } as const;
/** Fusions and mutations of which the protein alone is known have none (cBioPortal, mutation data). */
const end = { type: "whole", knowsWords: true, endsOf: "Start_Position", more: { semantic: "end" } } as const;

const known: KnownColumns = {
  hugo_symbol: { type: "text", more: { semantic: "gene" } },
  entrez_gene_id: { type: "text", more: { semantic: "entrez" } },
  center: { type: "text", more: { semantic: "lab" } },
  ncbi_build: category,
  chromosome: { type: "text", isNeeded: true, more: { semantic: "chromosome" } },
  start_position: { type: "whole", knowsWords: true, least: 1, more: { semantic: "start", origin: 1 } },
  end_position: end,
  strand: { type: "text", strands: "+-", dots: true, more: { semantic: "strand" } },
  variant_classification: category,
  variant_type: category,
  reference_allele: allele,
  tumor_seq_allele1: allele,
  tumor_seq_allele2: allele,
  match_norm_seq_allele1: allele,
  match_norm_seq_allele2: allele,
  allele,
  dbsnp_rs: text,
  tumor_sample_barcode: { type: "text", more: { semantic: "sample" } },
  matched_norm_sample_barcode: text,
  hgvsc: text,
  hgvsp: text,
  hgvsp_short: text,
  protein_change: text,
};

export const read: Read = (task) =>
  readNamed(task, {
    format: "MAF",
    known,
    buildOf,
    finish: (table, _kept, lineOf) => ({
      table,
      issues: [...severalBuilds(table), ...datesAmongGenes(table, lineOf)],
    }),
  });

function buildsIn(table: Table): readonly string[] {
  const column = columnOf(table, "NCBI_Build") ?? table.columns.find(({ name }) => name.toLowerCase() === "ncbi_build");
  if (column?.type !== "text") return [];
  return [...new Set(column.codes)].map((code) => column.dictionary[code] ?? "").filter((name) => name !== "");
}

function buildOf(table: Table): BuildSaid | null {
  const [build, ...others] = buildsIn(table);
  return build === undefined || others.length > 0 ? null : { build, by: "NCBI_Build" };
}

/** Of places of several builds none can be compared. */
function severalBuilds(table: Table): readonly Issue[] {
  const builds = buildsIn(table);
  if (builds.length < 2) return [];
  const message = words.sentence("several-builds", { builds: builds.slice(0, 6) });
  return [{ rule: "several-builds", severity: "warning", line: null, field: "NCBI_Build", message }];
}
