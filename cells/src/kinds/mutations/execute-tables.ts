// The tables of a cohort: samples with what is known of them and which genes are mutated, genes, pairs of genes, calls by class, and the
// matrix of numbers.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import {
  booleanColumn,
  columnOf,
  integerColumn,
  numberColumn,
  takeColumnRows,
  tableOf,
  textColumn,
  uniquelyNamed,
} from "../../artifacts/table.ts";
import { type GenePair, genePairs } from "../../stats/mutations/gene-pairs.ts";
import { substitutionClasses } from "../../stats/mutations/substitutions.ts";
import { wilsonInterval } from "../../stats/mutations/wilson-interval.ts";
import type { Cohort, GeneCounts, SampleCounts } from "./execute-cohort.ts";
import { goesColumn, goesNames } from "./called-in-pairs.ts";
import { mutatedWord, wildWord } from "./status-words.ts";
import type { MutationsSpec } from "./spec.ts";

/** Rows of a sheet by place; -1: a row without values. */
function spreadRows(column: Column, rows: Int32Array): Column {
  const taken = takeColumnRows(
    column,
    rows.map((row) => Math.max(0, row)),
  );
  if (!rows.includes(-1)) return taken;
  const valid = Uint8Array.from(rows, (row, at) => (row < 0 ? 0 : (taken.valid?.[at] ?? 1)));
  // What is missing holds nothing, so that equal content has equal bytes.
  if (taken.type === "text") {
    const texts = Array.from(taken.codes, (code, at) => (valid[at] === 1 ? (taken.dictionary[code] ?? "") : null));
    const { name, type: _type, codes: _codes, dictionary: _dictionary, valid: _valid, ...more } = taken;
    return textColumn(name, texts, more);
  }
  const values = taken.values.map((value, at) => (valid[at] === 1 ? value : 0));
  return { ...taken, values, valid } as Column;
}

export function samplesTable(cohort: Cohort, shown: readonly GeneCounts[], spec: MutationsSpec, megabases: number | null): Table {
  const { samples, records } = cohort;
  const { sheet, ids, isSequenced } = samples;
  const idName = samples.idColumn ?? records.columns.sample ?? "sample";
  const source = sheet && samples.idColumn !== null ? columnOf(sheet, samples.idColumn) : null;
  const ofSequenced = (of: (counts: SampleCounts) => number): (number | null)[] =>
    cohort.of.map((counts, at) => (isSequenced[at] === 1 ? of(counts) : null));
  const whole = (name: string, of: (counts: SampleCounts) => number) =>
    integerColumn(name, ofSequenced(of), { semantic: "count" });
  const burden = ({ all, counted }: SampleCounts): number => (spec.burden === "all" ? all : counted);
  return tableOf(
    ...uniquelyNamed(
      [
        textColumn(idName, ids, { semantic: source?.semantic ?? "sample" }),
        ...(sheet?.columns ?? [])
          .filter(({ name }) => name !== samples.idColumn)
          .map((column) => spreadRows(column, samples.row)),
        booleanColumn(
          "sequenced",
          Array.from(isSequenced, (value) => value === 1),
          { semantic: "category" },
        ),
        ...shown.map((gene) => statusColumn(gene, cohort)),
        whole("mutations", ({ all }) => all),
        whole("mutations_counted", ({ counted }) => counted),
        ...(megabases === null
          ? []
          : [
              numberColumn(
                "mutations_per_Mb",
                ofSequenced((counts) => burden(counts) / megabases),
              ),
            ]),
        whole("transitions", ({ transitions }) => transitions),
        whole("transversions", ({ transversions }) => transversions),
        ...substitutionClasses.map((name) => whole(name, ({ bySubstitution }) => bySubstitution[name])),
        booleanColumn(
          "hypermutated",
          cohort.of.map(({ isHyper }, at) => (isSequenced[at] === 1 ? isHyper : null)),
          { semantic: "category" },
        ),
      ],
      "_",
    ),
  );
}

/** Of who was not sequenced it is missing. */
function statusColumn({ name, calls }: GeneCounts, { samples }: Cohort): Column {
  const mutated = new Set(calls.map(({ sample }) => sample));
  return textColumn(
    name,
    samples.ids.map((_, at) => (samples.isSequenced[at] === 0 ? null : mutated.has(at) ? mutatedWord : wildWord)),
    { semantic: "category" },
  );
}

export function genesTable({ genes, sequenced, records }: Cohort): Table {
  const intervals = genes.map(({ calls }) => wilsonInterval(calls.length, sequenced));
  const count = (name: string, of: (gene: GeneCounts) => number) => integerColumn(name, genes.map(of), { semantic: "count" });
  return tableOf(
    ...uniquelyNamed(
      [
        textColumn(
          "gene",
          genes.map(({ name }) => name),
          { semantic: "gene" },
        ),
        count("samples", ({ calls }) => calls.length),
        count("sequenced", () => sequenced),
        numberColumn(
          "share",
          genes.map(({ calls }) => calls.length / sequenced),
        ),
        numberColumn(
          "lower",
          intervals.map(([lower]) => lower),
        ),
        numberColumn(
          "upper",
          intervals.map(([, upper]) => upper),
        ),
        count("mutations", ({ mutations }) => mutations),
        count("several", ({ calls }) => calls.filter((call) => call.records.length > 1).length),
        ...records.classes.filter((name) => name !== "").map((name) => count(name, ({ byClass }) => byClass.get(name) ?? 0)),
      ],
      "_",
    ),
  );
}

export interface Pairs {
  readonly genes: readonly GeneCounts[];
  readonly list: readonly GenePair[];
}

/** Of the sequenced samples alone. */
export async function pairsOf(
  { samples }: Cohort,
  genes: readonly GeneCounts[],
  pause: (share: number) => Promise<void> | null,
): Promise<Pairs> {
  const places = new Map<number, number>();
  for (const [at, value] of samples.isSequenced.entries()) if (value === 1) places.set(at, places.size);
  const rows = genes.map(({ calls }) => {
    const row = new Uint8Array(places.size);
    for (const { sample } of calls) row[places.get(sample) as number] = 1;
    return row;
  });
  return { genes, list: await genePairs(rows, pause) };
}

export function pairsTable({ genes, list }: Pairs): Table {
  const sorted = [...list].sort((a, b) => (Number.isNaN(a.p) ? 2 : a.p) - (Number.isNaN(b.p) ? 2 : b.p));
  const count = (name: string, of: (pair: GenePair) => number) => integerColumn(name, sorted.map(of), { semantic: "count" });
  const number = (name: string, of: (pair: GenePair) => number, semantic?: "p-value" | "q-value") =>
    numberColumn(
      name,
      sorted.map((pair) => (Number.isNaN(of(pair)) ? null : of(pair))),
      semantic ? { semantic } : {},
    );
  const nameOf = (place: number): string => genes[place]?.name ?? "";
  return tableOf(
    textColumn(
      "gene",
      sorted.map(({ one }) => nameOf(one)),
      { semantic: "gene" },
    ),
    textColumn(
      "with",
      sorted.map(({ other }) => nameOf(other)),
      { semantic: "gene" },
    ),
    count("both", ({ both }) => both),
    count("gene_alone", ({ oneAlone }) => oneAlone),
    count("with_alone", ({ otherAlone }) => otherAlone),
    count("neither", ({ neither }) => neither),
    number("odds_ratio", ({ oddsRatio }) => oddsRatio),
    number("pvalue", ({ p }) => p, "p-value"),
    number("padj", ({ adjusted }) => adjusted, "q-value"),
    textColumn(
      goesColumn,
      sorted.map(({ oddsRatio }) => (Number.isNaN(oddsRatio) ? null : goesNames[oddsRatio > 1 ? "together" : "instead"])),
      { semantic: "category" },
    ),
  );
}

export function callsTable({ genes, samples, records }: Cohort): Table {
  const rows = genes.flatMap(({ name, calls }) => calls.map((call) => ({ name, ...call })));
  return tableOf(
    textColumn(
      "gene",
      rows.map(({ name }) => name),
      { semantic: "gene" },
    ),
    textColumn(
      "sample",
      rows.map(({ sample }) => samples.ids[sample] ?? ""),
      { semantic: "sample" },
    ),
    ...(records.columns.class === null
      ? []
      : [
          textColumn(
            "class",
            rows.map((row) => row.class),
            { semantic: "category" },
          ),
        ]),
    integerColumn(
      "mutations",
      rows.map((row) => row.records.length),
      { semantic: "count" },
    ),
    textColumn(
      "changes",
      rows.map(
        (row) =>
          row.records
            .map(({ change }) => change)
            .filter((change) => change !== "")
            .join("; ") || null,
      ),
    ),
  );
}

/** Genes by sequenced samples: how many mutations that count. */
export function mutationMatrix(cohort: Cohort): Assay {
  const { genes, samples } = cohort;
  const columns = [...samples.ids.keys()].filter((at) => samples.isSequenced[at] === 1);
  const place = new Map(columns.map((sample, at) => [sample, at]));
  const lists = columns.map((): [number, number][] => []);
  for (const [gene, { calls }] of genes.entries())
    for (const { sample, records } of calls) lists[place.get(sample) as number]?.push([gene, records.length]);
  const offsets = new Int32Array(columns.length + 1);
  for (const [at, list] of lists.entries()) offsets[at + 1] = (offsets[at] as number) + list.length;
  const flat = lists.flat();
  return assayOf({
    values: {
      layout: "sparse",
      offsets,
      featureIndex: Int32Array.from(flat, ([gene]) => gene),
      data: Float32Array.from(flat, ([, n]) => n),
    },
    features: tableOf(
      textColumn(
        "gene",
        genes.map(({ name }) => name),
        { semantic: "gene" },
      ),
    ),
    samples: tableOf(
      textColumn(
        samples.idColumn ?? "sample",
        columns.map((at) => samples.ids[at] ?? ""),
        { semantic: "sample" },
      ),
    ),
    featureNoun: "gene",
  });
}
