// Annotations of nine columns, GFF3 and GTF, as a table of features.

import { buildNamed, buildOfContigs } from "../../../artifacts/builds.ts";
import { textColumn, textsOf } from "../../../artifacts/table.ts";
import type { Column, Table } from "../../../artifacts/artifact.ts";
import type { FileContent, Issue, ReadTask } from "../../../contract/format.ts";
import { AttributeColumns, mostAttributes, otherAttributes, percentDecoded } from "./attribute-columns.ts";
import { type BuildSaid, buildInRemarks } from "./build-of-rows.ts";
import { chromosomeColumn, endColumn, startColumn, strandColumn, textCells } from "./laid-out.ts";
import { type LineKind, readPlaces } from "./read-places.ts";
import { words } from "./words.ts";

export interface AnnotationFormat {
  readonly format: string;
  readonly style: "gff3" | "gtf";
  /** Of the second, the third and the eighth column. */
  readonly names: readonly [string, string, string];
  readonly strands: string;
}

const [hash, greater] = [35, 62];
const fasta = "##FASTA";

/** GFF3 1.26: ### closes what stands above it, ##FASTA and a line with > begin the sequences. */
function kindOf(bytes: Uint8Array, start: number, end: number): LineKind {
  let at = start;
  while (at < end && (bytes[at] === 32 || bytes[at] === 9)) at++;
  if (at === end) return "skip";
  if (bytes[start] === greater) return "end";
  if (bytes[start] !== hash) return "place";
  if (end - start === 3 && bytes[start + 1] === hash && bytes[start + 2] === hash) return "skip";
  for (let letter = 0; letter < fasta.length; letter++) if (bytes[start + letter] !== fasta.charCodeAt(letter)) return "keep";
  return "end";
}

export function readAnnotations(task: ReadTask, { format, style, names, strands }: AnnotationFormat): Promise<FileContent> {
  const attributes = new AttributeColumns(style);
  const [source, type, phase] = names;
  return readPlaces(task, {
    format,
    columns: [
      chromosomeColumn(),
      textCells(source),
      textCells(type, { semantic: "category" }),
      startColumn(1),
      endColumn(),
      { name: "score", type: "number", dots: true, more: { semantic: "score" } },
      strandColumn("strand", strands),
      { name: phase, type: "whole", dots: true, more: { semantic: "category" } },
    ],
    attributes,
    least: 9,
    separator: "tab",
    further: "none",
    kindOf,
    buildSaid: (kept) => buildOfDirectives(kept),
    finish: (table, _kept, lineOf) => ({
      table: style === "gff3" ? decoded(table) : table,
      issues: [...(attributes.hasOthers ? [moreAttributes()] : []), ...semicolons(attributes, lineOf)],
    }),
  });
}

const moreAttributes = (): Issue => ({
  rule: "more-attributes",
  severity: "warning",
  line: null,
  field: otherAttributes,
  message: words.sentence("more-attributes", { most: mostAttributes, column: otherAttributes }),
});

function semicolons({ semicolons: found }: AttributeColumns, lineOf: (row: number) => number): readonly Issue[] {
  if (!found) return [];
  const line = lineOf(found.row);
  const message = words.sentence("semicolons", { count: found.count, line });
  return [{ rule: "semicolons", severity: "warning", line, field: null, message }];
}

/** Named, or told by the lengths of whole sequences (##sequence-region chr1 1 248956422). */
function buildOfDirectives(kept: readonly string[]): BuildSaid | null {
  const named = buildInRemarks(kept) ?? buildOfDescription(kept);
  if (named) return named;
  const contigs = kept.flatMap((line) => {
    const [, name, length] = /^##sequence-region\s+(\S+)\s+1\s+(\d+)/.exec(line) ?? [];
    return name && length ? [{ name, length: Number(length) }] : [];
  });
  const build = buildOfContigs(contigs);
  return build === null ? null : { build, by: "##sequence-region" };
}

/** "##description: evidence-based annotation of the human genome (GRCh38), version 42 (Ensembl 108)", as GENCODE has it. */
function buildOfDescription(kept: readonly string[]): BuildSaid | null {
  const line = kept.find((one) => one.startsWith("##description:")) ?? "";
  const build = [...line.matchAll(/\(([^()]{1,40})\)/g)].map(([, text = ""]) => text).find((text) => buildNamed(text) !== null);
  return build === undefined ? null : { build, by: "##description" };
}

/** Escapes stand in any column of GFF3. */
function decoded(table: Table): Table {
  const isEscaped = (column: Column, at: number): boolean =>
    at < 3 && column.type === "text" && column.dictionary.some((text) => text.includes("%"));
  if (!table.columns.some(isEscaped)) return table;
  const columns = table.columns.map((column, at): Column => {
    if (!isEscaped(column, at)) return column;
    const texts = textsOf(column).map((text, row) => (column.valid?.[row] === 0 ? null : percentDecoded(text)));
    return textColumn(column.name, texts, column.semantic === undefined ? {} : { semantic: column.semantic });
  });
  return { ...table, columns };
}
