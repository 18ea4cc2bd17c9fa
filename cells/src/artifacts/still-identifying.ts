// Names of people or samples that a formula or a query wrote anew: renamed, in other letters, with other signs between them.
// They tell the same rows apart, so their column says so as the one they came from did.

import type { Artifact, Column, Table, TextColumn } from "./artifact.ts";
import { sampleIds } from "./assay.ts";
import { identifies } from "./semantics.ts";

/** Fewer could be alike by chance. */
const fewest = 3;

/** `made` with the meaning "identifier" on columns of texts at least half of which are names of individuals in `read`. */
export function stillIdentifying(made: Table, read: readonly Artifact[]): Table {
  const before = new Set(read.flatMap(textColumns).map(({ dictionary }) => dictionary));
  // What was only taken over means what it meant.
  const isNew = (column: Column): column is TextColumn =>
    column.type === "text" && !identifies(column) && !before.has(column.dictionary);
  if (!made.columns.some(isNew)) return made;
  const names = new Set(read.flatMap(namesOfIndividuals).map(bare).filter(isTelling));
  if (names.size === 0) return made;
  return {
    ...made,
    columns: made.columns.map((column) =>
      isNew(column) && tells(column, names) ? { ...column, semantic: "identifier" } : column,
    ),
  };
}

function tells({ dictionary }: TextColumn, names: ReadonlySet<string>): boolean {
  const texts = new Set(dictionary.map(bare).filter((text) => text !== ""));
  let found = 0;
  for (const text of texts) if (names.has(text)) found++;
  return found >= fewest && found * 2 >= texts.size;
}

/** Letters and digits alone, whatever their case. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
/** Numbers of few digits are counts as well. */
const isTelling = (text: string): boolean => text.length >= 3 && (/\p{L}/u.test(text) || text.length >= 5);

function textColumns(artifact: Artifact): readonly TextColumn[] {
  const tables = artifact.type === "table" ? [artifact] : artifact.type === "assay" ? [artifact.samples, artifact.features] : [];
  return tables.flatMap(({ columns }) => columns.filter((column) => column.type === "text"));
}

function namesOfIndividuals(artifact: Artifact): readonly string[] {
  if (artifact.type === "table") return valuesThatIdentify(artifact);
  return artifact.type === "assay" ? [...sampleIds(artifact), ...valuesThatIdentify(artifact.samples)] : [];
}

const valuesThatIdentify = ({ columns }: Table): readonly string[] =>
  columns.filter(identifies).flatMap((column) => {
    if (column.type === "text") return column.dictionary;
    return column.type === "boolean" ? [] : Array.from(column.values, String);
  });
