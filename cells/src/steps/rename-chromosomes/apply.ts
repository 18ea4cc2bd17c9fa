// Names of chromosomes as UCSC or as Ensembl writes them, in every column that holds them; of a matrix in those of its features.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { plainChromosome, styleOfChromosome } from "../../artifacts/builds.ts";
import { isMissing, moreOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import type { renameChromosomes } from "./step.ts";
import { words } from "./words.ts";

export const apply: Apply<typeof renameChromosomes> = {
  table: (step, table, scope) => renamed(step, table, scope),
  // Ids of features stay: cells name them.
  assay: (step, assay, scope) => ({ ...assay, features: renamed(step, assay.features, scope) }),
};

function renamed(step: OptionsOf<typeof renameChromosomes>, table: Table, scope: StepScope): Table {
  const isChromosomes = ({ semantic }: Column): boolean => semantic === "chromosome";
  if (!table.columns.some(isChromosomes)) return refuse(scope, words, "no-chromosomes", {}, ["to"]);
  const columns = table.columns.map((column): Column => {
    if (!isChromosomes(column)) return column;
    if (column.type === "text") {
      const names = column.dictionary.map((name) => called(name, step.to));
      // Two names that become one share an entry.
      if (new Set(names).size === names.length) return { ...column, dictionary: names };
    }
    const texts = textsOf(column).map((name, row) => (isMissing(column, row) ? null : called(name, step.to)));
    return textColumn(column.name, texts, moreOf(column));
  });
  return tableWith(scope, columns, table.rowCount);
}

function called(name: string, to: "chr" | "plain"): string {
  const style = styleOfChromosome(name);
  if (style === null || style === "accession" || style === to) return name;
  const plain = plainChromosome(name);
  if (to === "chr") return plain === "MT" ? "chrM" : `chr${plain}`;
  return plain === "M" ? "MT" : plain;
}
