// Whether a table is a matrix, and on which side its samples are. One rule, in one place, said with its reasons, so that
// a person can disagree ("Swap", "Read as table").
//
// A table is a matrix when its first column holds unique identifiers (text, or whole numbers under a header such as
// gene, Entrez, id), all others are numeric, and header or first column matches a sample sheet's ids, or there are >= 50
// numeric columns, or >= 4 such columns and >= 1,000 rows of whole numbers >= 0. Samples are the side that matches the sheet;
// else what the names say (samples-side.ts).

import type { JsonObject } from "../../base/json.ts";
import type { Issue } from "../../contract/format.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { areFeatures, areSamples, type SamplesIn, type SideOfSamples, sideOfSamples } from "./samples-side.ts";
import { words } from "./words.ts";
import type { KeyOf } from "../../messages/define-words.ts";

export interface ShapeFacts {
  /** Header of the first column, "" when it has none. */
  readonly corner: string;
  readonly firstColumn: "text" | "whole" | "other";
  /** Distinct identifiers of the first column, and how many rows miss one. */
  readonly distinct: number;
  readonly missing: number;
  readonly rows: number;
  /** Columns after the first. */
  readonly others: number;
  readonly numericOthers: number;
  /** All of those are whole numbers >= 0. */
  readonly isCounts: boolean;
  /** Names over the numbers, and identifiers of the rows, once each. */
  readonly names: { readonly header: readonly string[]; readonly ids: readonly string[] };
  /** How header and first column match a sample sheet; null without one. */
  readonly sheet: { readonly header: boolean; readonly rows: boolean } | null;
}

export interface ShapeVerdict {
  readonly shape: "matrix" | "table";
  readonly samplesIn: "columns" | "rows";
  /** The side was told by names or by size: it may be the other one. */
  readonly isSideGuessed: boolean;
  /** All but the uniqueness of the identifiers speaks for a matrix. */
  readonly duplicatesOnly: boolean;
  readonly why: readonly Sentence[];
}

type OfWhy<Key> = Key extends `why-${infer Why}` ? Why : never;
const reason = (key: OfWhy<KeyOf<typeof words>>, params: JsonObject = {}): Sentence => words.sentence(`why-${key}`, params);

/** Of a format that is a matrix by itself: nothing is weighed. */
export const declared: ShapeVerdict = {
  shape: "matrix",
  samplesIn: "columns",
  isSideGuessed: false,
  duplicatesOnly: false,
  why: [reason("declared")],
};

const saysIdentifier =
  /(?:^|[^a-z])(?:id|gene|entrez|symbol|ensembl|probe|probeset|feature|locus|accession|name|sample)s?(?:[^a-z]|id|$)|^(?:geneid|entrezid|sampleid|probeid)$/i;

export function matrixOrTable(facts: ShapeFacts): ShapeVerdict {
  const side = sideOf(facts);
  const at = { samplesIn: side.samplesIn, isSideGuessed: side.by === "names" || side.by === "size" };
  const table = (why: Sentence, duplicatesOnly = false): ShapeVerdict => ({
    shape: "table",
    ...at,
    duplicatesOnly,
    why: [why],
  });
  if (facts.others === 0 || facts.rows === 0) return table(reason("one-column"));
  const identifies = facts.firstColumn === "text" || (facts.firstColumn === "whole" && saysIdentifier.test(facts.corner));
  if (!identifies) return table(reason("no-identifiers", { column: facts.corner }));
  if (facts.numericOthers < facts.others) return table(reason("text-columns", { columns: facts.others - facts.numericOthers }));
  const why: Sentence[] = [];
  if (facts.sheet?.header) why.push(reason("header-matches"));
  if (facts.sheet?.rows) why.push(reason("rows-match"));
  if (facts.numericOthers >= 50) why.push(reason("many-numeric", { columns: facts.numericOthers }));
  if (facts.isCounts && facts.numericOthers >= 4 && facts.rows >= 1000) {
    why.push(reason("counts", { rows: facts.rows, columns: facts.others }));
  }
  if (why.length === 0) return table(reason("few-numbers", { columns: facts.others, rows: facts.rows }));
  if (facts.distinct < facts.rows || facts.missing > 0) {
    // A long table repeats its identifiers; a matrix has a few by mistake.
    return table(
      reason("repeated-identifiers", { rows: facts.rows, distinct: facts.distinct }),
      facts.distinct >= 0.8 * facts.rows,
    );
  }
  return { shape: "matrix", ...at, duplicatesOnly: false, why: [reason("identifiers"), ...why] };
}

function sideOf({ sheet, corner, names, rows }: ShapeFacts): SideOfSamples | { samplesIn: "columns" | "rows"; by: "sheet" } {
  if (sheet?.header) return { samplesIn: "columns", by: "sheet" };
  if (sheet?.rows) return { samplesIn: "rows", by: "sheet" };
  return sideOfSamples({ corner, ...names, rows });
}

/** A table that may be a small matrix: genes under samples, but too few of both to be taken for them unasked. */
export function issuesOfSmall(facts: ShapeFacts): Issue[] {
  const { corner, distinct, isCounts, missing, names, numericOthers, others, rows } = facts;
  const isWhole = others > 1 && numericOthers === others && distinct === rows && missing === 0;
  if (!isWhole || matrixOrTable(facts).shape === "matrix") return [];
  if (!areFeatures(corner, names.ids) || !(isCounts || areSamples(names.header))) return [];
  return [
    {
      rule: "small-matrix",
      severity: "note",
      line: null,
      field: null,
      message: words.sentence("small-matrix", {
        columns: others,
        rows,
        names: names.header.slice(0, 3).map((name) => name.slice(0, 60)),
      }),
      fix: { path: ["read"], value: "matrix" },
    },
  ];
}

/** The side that the names or the corner of the file tell, whatever a sheet or a setting says; null where its size alone does. */
export function sideByNames({ corner, names, rows }: Omit<ShapeFacts, "sheet">): SamplesIn | null {
  const { samplesIn, by } = sideOfSamples({ corner, ...names, rows });
  return by === "size" ? null : samplesIn;
}

/** Which side was taken for samples, and how it is the other one; nothing where a sheet, the corner or a setting tells. */
export function issuesOfSide(facts: ShapeFacts): Issue[] {
  const { samplesIn, by } = sideOf(facts);
  if (by === "sheet" || by === "corner") return [];
  const { header, ids } = facts.names;
  const [samples, features] = samplesIn === "columns" ? [header, ids] : [ids, header];
  const begin = (names: readonly string[]): string[] => names.slice(0, 3).map((name) => name.slice(0, 60));
  const params = { samples: begin(samples), features: begin(features) };
  return [
    {
      rule: "samples-side",
      // By names it is a note; by size alone it is doubtful.
      severity: by === "size" ? "warning" : "note",
      line: null,
      field: null,
      message: words.sentence(`side-${samplesIn}-by-${by}`, params),
      fix: { path: ["samplesIn"], value: samplesIn === "columns" ? "rows" : "columns" },
    },
  ];
}
