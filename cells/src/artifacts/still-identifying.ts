// Names of people or samples that a formula or a query wrote anew: renamed, in other letters, with other signs between them,
// with something before or behind them, from the back, or made into whatever else tells them apart. They tell the same rows
// apart, so their column says so as the one they came from did.

import type { Artifact, Column, Table, TextColumn } from "./artifact.ts";
import { sampleIds } from "./assay.ts";
import { identifies } from "./semantics.ts";

/** Fewer could be alike by chance. */
const fewest = 3;
/** What is made of names and tells fewer parts of them apart makes groups: plates of barcodes, lines of mice. */
const leastShare = 0.05;
/** The same of labels that are written by hand in the query: a comment may hold as many words as there are names. */
const leastShareByHand = 0.2;

/**
 * `made` with the meaning "identifier" on columns of texts of which at least half are, or hold, names of individuals in `read`;
 * and, where `text` (a query, formulas) speaks of a column of such names, on those that tell many of them apart and are no
 * values of other columns, nor put together of such.
 */
export function stillIdentifying(made: Table, read: readonly Artifact[], text: string): Table {
  const before = new Set(read.flatMap(textColumns).map(({ dictionary }) => dictionary));
  // What was only taken over means what it meant.
  const isNew = (column: Column): column is TextColumn =>
    column.type === "text" && !identifies(column) && !before.has(column.dictionary);
  if (!made.columns.some(isNew)) return made;
  const individuals = new Set(read.flatMap(namesOfIndividuals));
  const names = new Set([...individuals].map(bare).filter(isTelling));
  if (individuals.size === 0) return made;
  const words = new Set(wordsOf(text));
  const speaksOfNames = [...anyColumn, ...read.flatMap(columnsThatIdentify)].some((name) =>
    wordsOf(name).every((word) => words.has(word)),
  );
  const known = speaksOfNames
    ? new Set(read.flatMap(textColumns).flatMap((column) => (identifies(column) ? [] : column.dictionary.flatMap(wordsOf))))
    : null;
  const many = Math.max(fewest, individuals.size * leastShare);
  const manyByHand = Math.max(fewest, individuals.size * leastShareByHand);
  const tellsApart = ({ dictionary }: TextColumn): boolean => {
    if (known === null) return false;
    let found = 0;
    let byHand = 0;
    for (const text of dictionary) {
      const others = wordsOf(text).filter((word) => !known.has(word));
      if (others.length === 0) continue;
      if (others.every((word) => words.has(word))) byHand++;
      else found++;
      if (found >= many || found + byHand >= manyByHand) return true;
    }
    return false;
  };
  return {
    ...made,
    columns: made.columns.map((column) =>
      isNew(column) && (tells(column, names) || tellsApart(column)) ? { ...column, semantic: "identifier" } : column,
    ),
  };
}

function tells({ dictionary }: TextColumn, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  const step = Math.max(1, Math.floor(dictionary.length / mostLookedAt));
  const texts = new Set(dictionary.filter((_, at) => at % step === 0).map(bare));
  texts.delete("");
  const lengths = [...new Set([...names].map(({ length }) => length))];
  /** Whether a name stands in it. */
  const holds = (text: string): boolean =>
    text.length <= longestSought &&
    lengths.some((length) => {
      for (let at = 0; at + length <= text.length; at++) if (names.has(text.slice(at, at + length))) return true;
      return false;
    });
  let found = 0;
  for (const text of texts) if (names.has(text) || holds(text)) found++;
  return found >= fewest && found * 2 >= texts.size;
}

/** Of more texts, as many as that stand for all. */
const mostLookedAt = 5_000;
/** Longer texts are no labels. */
const longestSought = 200;
/** By these a query speaks of columns that it does not name. */
const anyColumn = ["columns"];
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

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

/** Names of columns. A query reads the names of samples as `sample`. */
const columnsThatIdentify = (artifact: Artifact): readonly string[] => {
  if (artifact.type === "table") return artifact.columns.filter(identifies).map(({ name }) => name);
  return artifact.type === "assay" ? ["sample", ...artifact.samples.columns.filter(identifies).map(({ name }) => name)] : [];
};

const valuesThatIdentify = ({ columns }: Table): readonly string[] =>
  columns.filter(identifies).flatMap((column) => {
    if (column.type === "text") return column.dictionary;
    return column.type === "boolean" ? [] : Array.from(column.values, String);
  });
