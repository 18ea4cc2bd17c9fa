// The trait and its covariates, of the samples of the genotypes: columns of these themselves, or of a table that is joined by ids.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { cellJson, cellString, columnOf, isMissing, textsOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { naturalOrder } from "../../base/natural-order.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { designRank, treatmentColumns } from "../../stats/design-rank.ts";
import type { AssociateSpec } from "./spec.ts";
import { words } from "./words.ts";

export interface Trait {
  /** One a sample of the genotypes, NaN where it is not known. */
  readonly values: Float64Array;
  readonly isBinary: boolean;
  /** What is a case and what is a control; null: it is a number. */
  readonly levels: { readonly cases: string; readonly controls: string } | null;
}

/** Of each sample of the genotypes its row in the table, -1: it has none. */
export type Join = Int32Array;

/** By the column that names most samples. Each at most once: of two rows nobody knows which counts. */
export function joinSamples(assay: Assay, table: Table, field: "sheet" | "components"): Result<Join, Failure> {
  const ids = sampleIds(assay);
  const known = new Map(ids.map((id, at) => [id, at]));
  let best: { readonly join: Join; readonly n: number; readonly twice: string | null; readonly column: string } | null = null;
  for (const column of table.columns) {
    if (column.type === "boolean" || column.type === "float64") continue;
    const join = new Int32Array(ids.length).fill(-1);
    let [n, twice]: [number, string | null] = [0, null];
    textsOf(column).forEach((id, row) => {
      const sample = known.get(id);
      if (sample === undefined) return;
      if ((join[sample] as number) >= 0) twice ??= id;
      else n++;
      join[sample] = row;
    });
    if (n > 0 && (!best || n > best.n)) best = { join, n, twice, column: column.name };
  }
  if (!best) return err(words.failure("not-joined", { samples: ids.slice(0, 3), columns: namesOf(table) }, { at: [field] }));
  if (best.twice !== null)
    return err(
      words.failure("twice", { id: best.twice, column: best.column, field: words.say(field, {}, "en") }, { at: [field] }),
    );
  return ok(best.join);
}

export const namesOf = (table: Table): readonly string[] => table.columns.map(({ name }) => name);

export function columnNamed(table: Table, name: string, field: "trait" | "covariates" | "ancestry"): Result<Column, Failure> {
  const column = columnOf(table, name);
  if (column) return ok(column);
  const [nearest = null] = nearestNames(name, namesOf(table), 1);
  const fix = nearest !== null && field !== "covariates" ? { fix: { path: [field], value: nearest } } : {};
  return err(words.failure("no-column", { name, columns: namesOf(table) }, { at: [field], ...fix }));
}

const ofCases = /^(?:cases?|affected|patients?|diseased?|sick|yes|true|1|случа[йи]|больн\S*|да)$/i;
const ofControls = /^(?:controls?|ctrls?|ctl|unaffected|healthy|no|false|0|контрол[ьи]|здоров\S*|нет)$/i;

export function readTrait(
  column: Column,
  join: Join | null,
  samples: number,
  spec: Pick<AssociateSpec, "caseValue" | "trait" | "traitIs">,
): Result<{ readonly trait: Trait; readonly said: readonly Sentence[] }, Failure> {
  const rowOf = (sample: number): number => (join ? (join[sample] as number) : sample);
  const there = (sample: number): boolean => rowOf(sample) >= 0 && !isMissing(column, rowOf(sample));
  const said: Sentence[] = [];
  const told = Array.from({ length: samples }, (_, sample) => (there(sample) ? cellString(column, rowOf(sample)) : ""));
  let levels = [...new Set(told.filter((text) => text !== ""))].sort(naturalOrder);
  if (levels.length === 0) return err(words.failure("all-missing", { trait: column.name }, { at: ["trait"] }));
  // PLINK writes cases and controls as 2 and 1, and nothing known as -9 or 0.
  const inPlink = levels.filter((level) => level !== "-9" && level !== "0");
  const isNumber = spec.traitIs === "number" && column.type !== "text" && column.type !== "boolean";
  const isPlink = !isNumber && levels.length > 2 && inPlink.join() === "1,2";
  if (isPlink) {
    said.push(
      words.sentence("plink-missing", { trait: column.name, n: told.filter((text) => text === "-9" || text === "0").length }),
    );
    levels = inPlink;
  }
  if (levels.length === 1)
    return err(words.failure("constant", { trait: column.name, value: levels[0] ?? "" }, { at: ["trait"] }));
  if (levels.length === 2 && !isNumber) {
    const [first = "", second = ""] = levels;
    const guessed = spec.caseValue === "";
    if (!guessed && !levels.includes(spec.caseValue))
      return err(
        words.failure(
          "no-case",
          { value: spec.caseValue, levels },
          { at: ["caseValue"], fix: { path: ["caseValue"], value: second } },
        ),
      );
    const isTurned = (ofCases.test(first) && levels.join() !== "1,2") || (ofControls.test(second) && !ofControls.test(first));
    const cases = guessed ? (isTurned ? first : second) : spec.caseValue;
    const controls = cases === first ? second : first;
    if (guessed) said.push(words.sentence("case-guessed", { trait: column.name, cases, controls }));
    const values = Float64Array.from(told, (text) => (text === cases ? 1 : text === controls ? 0 : Number.NaN));
    return ok({ trait: { values, isBinary: true, levels: { cases, controls } }, said });
  }
  if (column.type === "text" || column.type === "boolean")
    return err(
      words.failure("several-texts", { trait: column.name, n: levels.length, some: levels.slice(0, 4) }, { at: ["trait"] }),
    );
  const values = Float64Array.from({ length: samples }, (_, sample) =>
    there(sample) ? Number(cellJson(column, rowOf(sample))) : Number.NaN,
  );
  const infinite = values.findIndex((value) => Math.abs(value) === Number.POSITIVE_INFINITY);
  if (infinite >= 0) return err(words.failure("infinite", { column: column.name }, { at: ["trait"] }));
  const nines = values.reduce((sum, value) => sum + (value === -9 ? 1 : 0), 0);
  if (nines > 0) said.push(words.sentence("nines", { trait: column.name, n: nines }));
  return ok({ trait: { values, isBinary: false, levels: null }, said });
}

export interface NamedColumn {
  readonly name: string;
  /** One a sample of the genotypes, NaN where it is not known. */
  readonly values: Float64Array;
}

/** A column as numbers: groups become one column for each but the first. */
export function asCovariates(column: Column, join: Join | null, samples: number): Result<readonly NamedColumn[], Failure> {
  const rowOf = (sample: number): number => (join ? (join[sample] as number) : sample);
  const there = (sample: number): boolean => rowOf(sample) >= 0 && !isMissing(column, rowOf(sample));
  if (column.type === "int32" || column.type === "float64") {
    const values = Float64Array.from({ length: samples }, (_, sample) =>
      there(sample) ? Number(cellJson(column, rowOf(sample))) : Number.NaN,
    );
    return values.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)
      ? err(words.failure("infinite", { column: column.name }, { at: ["covariates"] }))
      : ok([{ name: column.name, values }]);
  }
  const texts = Array.from({ length: samples }, (_, sample) => (there(sample) ? cellString(column, rowOf(sample)) : null));
  const levels = [...new Set(texts.filter((text) => text !== null))].sort(naturalOrder);
  if (levels.length > Math.max(10, samples / 5))
    return err(words.failure("too-many-groups", { column: column.name, n: levels.length }, { at: ["covariates"] }));
  const codes = texts.map((text) => (text === null ? -1 : levels.indexOf(text)));
  return ok(
    treatmentColumns(codes, levels.length).map((values, at) => ({
      name: `${column.name} ${levels[at + 1] ?? ""}`,
      values: values.map((value, sample) => ((codes[sample] as number) < 0 ? Number.NaN : value)),
    })),
  );
}

export interface Taken {
  /** Of the genotypes, those whose trait and covariates are all known. */
  readonly samples: Int32Array;
  /** The intercept first; those that follow from others are left out. */
  readonly columns: readonly Float64Array[];
  readonly aliased: readonly string[];
}

export function takeKnown(trait: Float64Array, covariates: readonly NamedColumn[]): Taken {
  const samples = Int32Array.from(
    Array.from(trait.keys()).filter(
      (at) => !Number.isNaN(trait[at]) && covariates.every(({ values }) => !Number.isNaN(values[at])),
    ),
  );
  const ones = new Float64Array(samples.length).fill(1);
  const all = [ones, ...covariates.map(({ values }) => Float64Array.from(samples, (at) => values[at] as number))];
  const lost = new Set(designRank(all).aliased.map(({ column }) => column));
  return {
    samples,
    columns: all.filter((_, at) => !lost.has(at)),
    aliased: covariates.flatMap(({ name }, at) => (lost.has(at + 1) ? [name] : [])),
  };
}
