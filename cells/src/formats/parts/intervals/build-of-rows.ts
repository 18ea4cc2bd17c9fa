// The reference build of a table of places: set by a person, named in the file, or told by the accessions of its chromosomes. It
// stands with the column of chromosomes; places beyond the end of their chromosome are told.

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { buildNamed, buildOfAccessions, chromosomeLength } from "../../../artifacts/builds.ts";
import { placeAt, placeColumns } from "../../../artifacts/places.ts";
import { isMissing } from "../../../artifacts/table.ts";
import type { Issue } from "../../../contract/format.ts";
import type { Sentence } from "../../../messages/sentence.ts";
import { words } from "./words.ts";

/** As the file writes it, and where it says so. */
export interface BuildSaid {
  readonly build: string;
  readonly by: string;
}

export interface BuiltRows {
  readonly table: Table;
  readonly issues: readonly Issue[];
  readonly said: readonly Sentence[];
}

const note = (rule: string, message: Sentence, severity: Issue["severity"] = "note"): Issue => ({
  rule,
  severity,
  line: null,
  field: null,
  message,
});

export function buildOfRows(
  table: Table,
  lineOf: (row: number) => number,
  set: string | null,
  found: BuildSaid | null,
): BuiltRows {
  const chromosomes = table.columns.filter(({ semantic }) => semantic === "chromosome");
  if (chromosomes.length === 0) return { table, issues: [], said: [] };
  const issues: Issue[] = [];
  const said: Sentence[] = [];
  const [first] = chromosomes;
  const ofNames = first?.type === "text" ? buildOfAccessions(usedNames(first)) : null;
  const told = found ?? (ofNames === null ? null : { build: ofNames, by: first?.name ?? "" });
  const known = told ? (buildNamed(told.build) ?? told.build) : null;
  const build = set ?? known;
  if (build === null) return { table, issues, said };
  if (set !== null) said.push(words.sentence("build-set", { build }));
  else if (told) said.push(words.sentence("build-found", { build, by: told.by }));
  if (set !== null && known !== null && known !== set)
    issues.push(note("build-otherwise", words.sentence("build-otherwise", { found: told?.build ?? known, build }), "warning"));
  if (set === null && told && buildNamed(told.build) === null)
    issues.push(note("build-unknown", words.sentence("build-unknown", { found: told.build })));
  const columns = table.columns.map((column): Column => (column.semantic === "chromosome" ? { ...column, build } : column));
  const built: Table = { ...table, columns };
  const beyond = placesBeyond(built, lineOf, build);
  return { table: built, issues: beyond ? [...issues, beyond] : issues, said };
}

function usedNames(column: Extract<Column, { type: "text" }>): ReadonlySet<string> {
  const used = new Set<string>();
  const seen = new Uint8Array(column.dictionary.length);
  for (let row = 0; row < column.codes.length; row++) {
    const code = column.codes[row] as number;
    if (seen[code] === 1 || isMissing(column, row)) continue;
    seen[code] = 1;
    used.add(column.dictionary[code] as string);
  }
  return used;
}

/** Places that end behind the last base of their chromosome. */
function placesBeyond(table: Table, lineOf: (row: number) => number, build: string): Issue | null {
  const places = placeColumns(table);
  if (!places) return null;
  const lengths = new Map<string, number | null>();
  let count = 0;
  let first: { readonly row: number; readonly chromosome: string; readonly position: number; readonly length: number } | null =
    null;
  for (let row = 0; row < table.rowCount; row++) {
    const place = placeAt(places, row);
    if (!place) continue;
    let length = lengths.get(place.chromosome);
    if (length === undefined) {
      length = chromosomeLength(build, place.chromosome);
      lengths.set(place.chromosome, length);
    }
    if (length === null || place.end <= length) continue;
    count++;
    first ??= { row, chromosome: place.chromosome, position: place.end, length };
  }
  if (!first) return null;
  const { row, ...params } = first;
  const line = lineOf(row);
  return {
    rule: "beyond-end",
    severity: "warning",
    line,
    field: places.start.name,
    message: words.sentence("beyond-end", { ...params, count, build, line }),
  };
}

/** Builds that lines of display and remarks name: db=hg19 of a track, "# genome hg38", "##genome-build GRCh38.p13". */
export function buildInRemarks(lines: readonly string[]): BuildSaid | null {
  for (const line of lines) {
    const track = /^track\s.*?\bdb="?([\w.-]+)/i.exec(line)?.[1];
    if (track) return { build: track, by: "track db" };
    // Of a version nothing is told where its words are none of a build's.
    const [, key, value] =
      /^#+!?\s*(genome-build|genome-version|genome|assembly|reference|build)\b\s*[:=]?\s*(.+)$/i.exec(line) ?? [];
    const named = key && value ? buildNamed(value) : null;
    if (named && key) return { build: named, by: `#${key}` };
  }
  return null;
}
