// The two tables of GenBank's records: features as intervals, and sequences.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Issue, ReadSettings } from "../../contract/format.ts";
import { SequenceRows } from "../parts/sequences/sequence-rows.ts";
import type { Feature, GenbankRecord } from "./records.ts";
import { words } from "./words.ts";

export const idOf = ({ version, accession, locus }: GenbankRecord): string => version || accession || locus;

/** Columns of their own; the others stand together. */
const own = ["gene", "locus_tag", "product", "label", "protein_id", "db_xref", "note", "translation"];

export interface RecordsTable {
  readonly table: Table;
  readonly lines: readonly number[];
  readonly issues: readonly Issue[];
}

export function featuresTable(records: readonly GenbankRecord[]): RecordsTable {
  const rows = records.flatMap((record) => record.features.map((feature) => ({ feature, record: idOf(record) })));
  const texts = (of: (feature: Feature) => string | null): (string | null)[] => rows.map(({ feature }) => of(feature));
  const qualifier = (name: string): Column | null => {
    const values = texts(({ qualifiers }) => {
      const found = qualifiers.filter(([each]) => each === name).map(([, value]) => value);
      return found.length === 0 ? null : found.join("; ");
    });
    const isAlways = name === "gene" || name === "product";
    if (!isAlways && values.every((value) => value === null)) return null;
    const semantic =
      name === "gene" ? ({ semantic: "gene" } as const) : name === "translation" ? ({ semantic: "sequence" } as const) : {};
    return textColumn(name, values, semantic);
  };
  const others = texts(({ qualifiers }) => {
    const found = qualifiers.filter(([name]) => !own.includes(name));
    return found.length === 0 ? null : found.map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join("; ");
  });
  const places = (of: (feature: Feature) => number | null): (number | null)[] => rows.map(({ feature }) => of(feature));
  const columns: readonly (Column | null)[] = [
    textColumn(
      "record",
      rows.map(({ record }) => record),
      { semantic: "chromosome" },
    ),
    integerColumn(
      "start",
      places(({ location }) => location?.start ?? null),
      { semantic: "start", origin: 1 },
    ),
    integerColumn(
      "end",
      places(({ location }) => location?.end ?? null),
      { semantic: "end" },
    ),
    textColumn(
      "strand",
      texts(({ location }) => location?.strand ?? null),
      { semantic: "strand" },
    ),
    textColumn(
      "type",
      texts(({ key }) => key),
      { semantic: "category" },
    ),
    ...own.map(qualifier),
    textColumn("qualifiers", others),
    integerColumn(
      "parts",
      places(({ location }) => location?.parts ?? null),
      { semantic: "count" },
    ),
    textColumn(
      "location",
      texts(({ place }) => place),
    ),
  ];
  return {
    table: tableOf(...columns.filter((column) => column !== null)),
    lines: rows.map(({ feature }) => feature.line),
    issues: [
      ...withoutPlace(
        "location",
        rows.map(({ feature }) => feature).filter(({ location }) => location === null),
      ),
      ...withoutPlace(
        "around-origin",
        rows.map(({ feature }) => feature).filter(({ location }) => location?.isAround === true),
      ),
    ],
  };
}

export function sequencesTable(records: readonly GenbankRecord[], set: ReadSettings["alphabet"]): RecordsTable {
  const rows = new SequenceRows();
  const encoder = new TextEncoder();
  for (const record of records) {
    const title = encoder.encode(`${idOf(record)} ${record.definition}`);
    rows.addTitle(title, 0, title.length);
    const letters = encoder.encode(record.sequence);
    rows.addSequence(letters, 0, letters.length, record.line);
  }
  const areProteins = records.every(({ isProtein }) => isProtein);
  const known = (values: readonly string[]): (string | null)[] => values.map((value) => (value === "" ? null : value));
  const { table, issues } = rows.finish(set === "auto" && areProteins ? "protein" : set, [
    textColumn("organism", known(records.map(({ organism }) => organism)), { semantic: "category" }),
    textColumn("molecule", known(records.map(({ molecule }) => molecule)), { semantic: "category" }),
    textColumn("topology", known(records.map(({ topology }) => topology)), { semantic: "category" }),
    integerColumn(
      "features",
      records.map(({ features }) => features.length),
      { semantic: "count" },
    ),
  ]);
  const differing = records.find(({ sequence, length }) => sequence !== "" && sequence.length !== length);
  return {
    table,
    lines: records.map(({ line }) => line),
    issues: differing ? [...issues, lengthDiffers(differing)] : issues,
  };
}

function withoutPlace(rule: "location" | "around-origin", features: readonly Feature[]): readonly Issue[] {
  const [first] = features;
  if (!first) return [];
  const params = { line: first.line, key: first.key, found: first.place.slice(0, 60), count: features.length };
  return [{ rule, severity: "warning", line: first.line, field: "location", message: words.sentence(rule, params) }];
}

const lengthDiffers = (record: GenbankRecord): Issue => ({
  rule: "length-differs",
  severity: "warning",
  line: record.line,
  field: "length",
  message: words.sentence("length-differs", {
    record: idOf(record),
    line: record.line,
    said: record.length,
    found: record.sequence.length,
  }),
});
