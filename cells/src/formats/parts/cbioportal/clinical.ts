// What a study knows of its samples and their patients, as one table: a row a sample, what is known of its patient beside it.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { columnOf, isMissing, takeColumnRows, textsOf, uniquelyNamed } from "../../../artifacts/table.ts";

export interface Clinical {
  readonly table: Table;
  readonly patients: number;
  /** Samples whose patient is not in the list. */
  readonly lonely: readonly string[];
}

const named = (table: Table, name: string): Column | null =>
  columnOf(table, name) ?? table.columns.find((column) => column.name.toUpperCase() === name) ?? null;

/** The sample's id first, then its patient's; of the patients' columns those that the samples do not have. */
export function clinicalOf(samples: Table, patients: Table | null): Clinical | null {
  const sample = named(samples, "SAMPLE_ID");
  const patient = named(samples, "PATIENT_ID");
  if (!sample) return null;
  const own = samples.columns.filter((column) => column !== sample && column !== patient);
  const ids: Column[] = [
    { ...sample, semantic: "sample" },
    ...(patient ? [{ ...patient, semantic: "identifier" as const }] : []),
  ];
  const id = patients && named(patients, "PATIENT_ID");
  if (!patients || !id || !patient) return { table: { ...samples, columns: [...ids, ...own] }, patients: 0, lonely: [] };
  const at = new Map(textsOf(id).map((text, row) => [text, row]));
  const rows = textsOf(patient).map((text) => at.get(text) ?? -1);
  const texts = textsOf(sample);
  const beside = patients.columns.filter((column) => column !== id).map((column) => takenOrMissing(column, rows));
  return {
    table: { ...samples, columns: uniquelyNamed([...ids, ...own, ...beside], "_") },
    patients: patients.rowCount,
    lonely: texts.filter((_, row) => rows[row] === -1),
  };
}

/** Rows of a column, missing where there is none to take (-1). */
function takenOrMissing(column: Column, rows: readonly number[]): Column {
  if (rows.length === 0 || !rows.some((row) => row >= 0)) {
    const none = new Uint8Array(rows.length);
    const empty = { ...takeColumnRows(column, new Int32Array(0)), valid: none };
    if (empty.type === "text") return { ...empty, codes: new Int32Array(rows.length), dictionary: [""] };
    if (empty.type === "int32") return { ...empty, values: new Int32Array(rows.length) };
    if (empty.type === "float64") return { ...empty, values: new Float64Array(rows.length) };
    return { ...empty, values: new Uint8Array(rows.length) };
  }
  const taken = takeColumnRows(
    column,
    rows.map((row) => Math.max(0, row)),
  );
  const valid = Uint8Array.from(rows, (row, place) => (row < 0 || isMissing(taken, place) ? 0 : 1));
  if (!valid.includes(0)) return taken;
  if (taken.type === "text") {
    const dictionary = taken.dictionary.length > 0 ? taken.dictionary : [""];
    return { ...taken, dictionary, valid };
  }
  const blank = <T extends Float64Array | Int32Array | Uint8Array>(values: T): T => {
    const copy = values.slice() as T;
    for (let row = 0; row < copy.length; row++) if (valid[row] === 0) copy[row] = 0;
    return copy;
  };
  if (taken.type === "float64") return { ...taken, valid, values: blank(taken.values) };
  if (taken.type === "int32") return { ...taken, valid, values: blank(taken.values) };
  return { ...taken, valid, values: blank(taken.values) };
}

/** Rows of the clinical table for the samples of a matrix; those that it does not have keep their name alone. */
export function rowsOfSamples(
  { table }: Clinical,
  names: readonly string[],
): { readonly samples: Table; readonly unknown: readonly string[] } {
  const [id] = table.columns;
  const at = new Map((id ? textsOf(id) : []).map((text, row) => [text, row]));
  const rows = names.map((name) => at.get(name) ?? -1);
  const columns = table.columns.slice(1).map((column) => takenOrMissing(column, rows));
  const dictionary = [...new Set(names)];
  const codes = Int32Array.from(names, (name) => dictionary.indexOf(name));
  const first: Column = { name: id?.name ?? "SAMPLE_ID", type: "text", semantic: "sample", valid: null, codes, dictionary };
  return {
    samples: { type: "table", rowCount: names.length, columns: [first, ...columns] },
    unknown: names.filter((_, place) => rows[place] === -1),
  };
}
