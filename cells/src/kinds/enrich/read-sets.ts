// Sets of genes out of a table: a row for each gene of a set, in two columns.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { words } from "./words.ts";

export interface GeneSet {
  readonly name: string;
  readonly description: string;
  readonly genes: readonly string[];
}

export interface ReadSets {
  readonly sets: readonly GeneSet[];
  /** Which columns they were taken from. */
  readonly columns: { readonly set: string; readonly gene: string };
}

interface Fields {
  readonly setColumn: string;
  readonly memberColumn: string;
}

const likeSets = /^(?:gene_?)?sets?(?:_?name)?$|^gs_name$|pathway|term|^signature$|^module$|^ontology$/i;
const likeGenes = /gene|symbol|ensembl|entrez|member|feature/i;

export function readSets(table: Table, fields: Fields, say: (said: Sentence) => void): Result<ReadSets, Failure> {
  const texts = table.columns.filter(({ type }) => type === "text" || type === "int32");
  const named = (name: string, field: "setColumn" | "memberColumn"): Result<Column, Failure> => {
    const column = columnOf(table, name);
    const names = table.columns.map((each) => each.name);
    return column ? ok(column) : err(words.failure("no-column", { name, near: nearestNames(name, names) }, { at: [field] }));
  };
  const isGene = (column: Column): boolean => meaningOf(column.semantic).names === "features" || likeGenes.test(column.name);
  const guess =
    texts.find((column) => column.type === "text" && likeSets.test(column.name)) ?? texts.find((each) => !isGene(each));
  const set = fields.setColumn === "" ? guess : null;
  const sets = set
    ? ok(set)
    : fields.setColumn === ""
      ? err(words.failure("not-sets", {}, { at: ["sets"] }))
      : named(fields.setColumn, "setColumn");
  if (!sets.ok) return sets;
  const others = texts.filter((column) => column !== sets.value && column.name !== "description");
  const member = others.find(isGene) ?? others[0];
  const genes =
    fields.memberColumn !== ""
      ? named(fields.memberColumn, "memberColumn")
      : member
        ? ok(member)
        : err(words.failure("not-sets", {}, { at: ["sets"] }));
  if (!genes.ok) return genes;
  if (sets.value === genes.value) return err(words.failure("one-column", { name: sets.value.name }, { at: ["memberColumn"] }));
  const isGuess =
    (fields.setColumn === "" && sets.value.name !== "set") || (fields.memberColumn === "" && genes.value.name !== "gene");
  if (isGuess) say(words.sentence("set-columns", { set: sets.value.name, gene: genes.value.name }));
  return ok({ sets: grouped(table, sets.value, genes.value), columns: { set: sets.value.name, gene: genes.value.name } });
}

function grouped(table: Table, sets: Column, genes: Column): readonly GeneSet[] {
  const found = new Map<string, { description: string; genes: Set<string> }>();
  const descriptions = columnOf(table, "description");
  for (let row = 0; row < table.rowCount; row++) {
    if (isMissing(sets, row) || isMissing(genes, row)) continue;
    const [name, gene] = [cellString(sets, row).trim(), cellString(genes, row).trim()];
    if (name === "" || gene === "") continue;
    let set = found.get(name);
    if (!set) {
      const description = descriptions?.type === "text" && !isMissing(descriptions, row) ? cellString(descriptions, row) : "";
      set = { description, genes: new Set() };
      found.set(name, set);
    }
    set.genes.add(gene);
  }
  return [...found].map(([name, { description, genes: own }]) => ({ name, description, genes: [...own] }));
}
