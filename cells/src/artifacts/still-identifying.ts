// Names of people or samples that a formula or a query wrote anew: renamed, in other letters, with other signs between them,
// with something before or behind them, from the back, or made into whatever else tells them apart. They tell the same rows
// apart, so their column says so as the one they came from did. So do values of rows that are put side by side ("12|34.5|7"):
// a text with two numbers in it is nobody's group, however few there are of it.

import type { Artifact, Column, Table, TextColumn } from "./artifact.ts";
import { sampleIds } from "./assay.ts";
import { identifies } from "./semantics.ts";

/** Fewer could be alike by chance. */
const fewest = 3;
/** What is made of names and tells fewer parts of them apart makes groups: plates of barcodes, lines of mice. */
const leastShare = 0.05;
/** The same of labels that are written by hand in the query: a comment may hold as many words as there are names. */
const leastShareByHand = 0.2;
/** In however large a study: so many plates or lines are looked at side by side, and more would be a list of names. */
const mostGroups = 12;
/** A number of more digits may be several ones in a row (012034507). */
const mostDigits = 6;

/**
 * `made` with the meaning "identifier" on columns of texts of which at least half are, or hold, names of individuals in `read`;
 * and, where `text` (a query, formulas) speaks of a column of such names, on those that tell many of them apart and are no
 * values of other columns, nor put together of such; and on those that hold numbers of rows side by side, or many of them.
 */
export function stillIdentifying(made: Table, read: readonly Artifact[], text: string): Table {
  const before = new Set(read.flatMap(textColumns).map(({ dictionary }) => dictionary));
  // What was only taken over means what it meant.
  const isNew = (column: Column): column is TextColumn =>
    column.type === "text" && !identifies(column) && !before.has(column.dictionary);
  if (!made.columns.some(isNew)) return made;
  const individuals = new Set(read.flatMap(namesOfIndividuals));
  const names = new Set([...individuals].map(bare).filter(isTelling));
  const words = new Set(wordsOf(text));
  const speaksOfNames = [...anyColumn, ...read.flatMap(columnsThatIdentify)].some((name) =>
    wordsOf(name).every((word) => words.has(word)),
  );
  const known = new Set([
    ...read.flatMap(textColumns).flatMap((column) => (identifies(column) ? [] : column.dictionary.flatMap(wordsOf))),
    ...read.flatMap(namesOfColumns).flatMap(wordsOf),
  ]);
  const many = Math.max(fewest, Math.min(mostGroups, individuals.size * leastShare));
  const manyByHand = Math.max(fewest, individuals.size * leastShareByHand);
  const tellsApart = ({ dictionary }: TextColumn): boolean => {
    if (!speaksOfNames || individuals.size === 0) return false;
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
  const rows = Math.max(0, ...read.map(rowsOf));
  /** What is left of a text without values of columns and without what stands in the query as it is. */
  const holdsRows = ({ dictionary }: TextColumn): boolean => {
    let byNumber = 0;
    for (const one of dictionary) {
      const left = one.replace(anyWord, (word) => (known.has(word.toLowerCase()) ? " " : word));
      const numbers = left.match(anyNumber) ?? [];
      if (numbers.length === 0) continue;
      byNumber++;
      const isByHand = text.includes(`'${one.replaceAll("'", "''")}'`) || text.includes(JSON.stringify(one));
      const digits = numbers.join("").replaceAll(/\D/g, "").length;
      if (!isByHand && (numbers.length > 1 || digits > mostDigits)) return true;
      if (byNumber > Math.max(fewest, rows * leastShareByHand)) return true;
    }
    return false;
  };
  return {
    ...made,
    columns: made.columns.map((column) =>
      isNew(column) && (tells(column, names) || tellsApart(column) || holdsRows(column))
        ? { ...column, semantic: "identifier" }
        : column,
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
    text.length * lengths.length <= mostSought &&
    lengths.some((length) => {
      for (let at = 0; at + length <= text.length; at++) if (names.has(text.slice(at, at + length))) return true;
      return false;
    });
  let found = 0;
  for (const text of texts) if (names.has(text) || holds(text)) found++;
  // Of one or two individuals, and where one or two are left, there are no more.
  return found >= Math.max(1, Math.min(fewest, names.size, texts.size)) && found * 2 >= texts.size;
}

/** Of more texts, as many as that stand for all. */
const mostLookedAt = 5_000;
/** Places times lengths that are looked at in one text: a label of 200 letters among names of as many lengths, a read of a thousand. */
const mostSought = 40_000;
/** By these a query speaks of columns that it does not name. */
const anyColumn = ["columns"];
const anyWord = /[\p{L}\p{N}]+/gu;
const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(anyWord) ?? [];
const anyNumber = /\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?/g;

/** Letters and digits alone, whatever their case. */
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
/** Numbers of few digits are counts as well. */
const isTelling = (text: string): boolean => text.length >= 3 && (/\p{L}/u.test(text) || text.length >= 5);

function textColumns(artifact: Artifact): readonly TextColumn[] {
  const tables = artifact.type === "table" ? [artifact] : artifact.type === "assay" ? [artifact.samples, artifact.features] : [];
  return tables.flatMap(({ columns }) => columns.filter((column) => column.type === "text"));
}

const namesOfColumns = (artifact: Artifact): readonly string[] =>
  artifact.type === "table" ? artifact.columns.map(({ name }) => name) : [];

const rowsOf = (artifact: Artifact): number => {
  if (artifact.type === "assay") return Math.max(artifact.featureCount, artifact.sampleCount);
  return artifact.type === "table" ? artifact.rowCount : 0;
};

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
