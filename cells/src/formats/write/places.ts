// Tables of places as BED (from 0) and as GFF3 (from 1), whichever way their own format counts. What stands beside a place goes
// along: in BED as further columns that a line with # names, in GFF3 as attributes.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { buildNamed } from "../../artifacts/builds.ts";
import { placeAt, placeColumns, type PlaceColumns } from "../../artifacts/places.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { words } from "./words.ts";

/** Lines of a block: some ten milliseconds' work. */
const linesOfBlock = 10_000;

/** Fails with "export-places.no-places", "export-places.without-place", "export-places.no-bases", "export-places.tab". */
export function placesText(table: Table, format: "bed" | "gff3"): Result<Generator<string>, Failure> {
  const places = placeColumns(table);
  if (!places) return err(words.failure("no-places", { format: titles[format] }));
  const refused = refusal(table, places, format);
  if (refused) return err(refused);
  return ok(format === "bed" ? bedText(table, places) : gff3Text(table, places));
}

const titles = { bed: "BED", gff3: "GFF3" } as const;

function refusal(table: Table, places: PlaceColumns, format: "bed" | "gff3"): Failure | null {
  let without = 0;
  let first = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const place = placeAt(places, row);
    if (!place || place.start < 0) {
      if (without === 0) first = row;
      without++;
    } else if (format === "gff3" && place.end === place.start) return words.failure("no-bases", { row: row + 1 });
  }
  if (without > 0) return words.failure("without-place", { count: without, row: first + 1, format: titles[format] });
  if (format === "gff3") return null;
  const broken = table.columns.find(
    (column) => column.type === "text" && column.dictionary.some((text) => /[\t\r\n]/.test(text)),
  );
  return broken ? words.failure("tab", { column: broken.name }) : null;
}

const called = (table: Table, taken: ReadonlySet<Column>, ...names: readonly string[]): Column | null => {
  for (const name of names) {
    const found = table.columns.find((column) => column.name === name && !taken.has(column));
    if (found) return found;
  }
  return null;
};
const scoreOf = (table: Table, taken: ReadonlySet<Column>): Column | null =>
  table.columns.find((column) => column.semantic === "score" && column.type !== "text" && !taken.has(column)) ?? null;
const textAt = (column: Column | null, row: number, none: string): string =>
  column === null || isMissing(column, row) ? none : cellString(column, row) || none;

function* inBlocks(lines: Generator<string>): Generator<string> {
  let block: string[] = [];
  for (const line of lines) {
    block.push(line);
    if (block.length < linesOfBlock) continue;
    yield block.join("");
    block = [];
  }
  if (block.length > 0) yield block.join("");
}

function* bedText(table: Table, places: PlaceColumns): Generator<string> {
  const taken = new Set<Column>([
    places.chromosome,
    places.start,
    ...(places.end ? [places.end] : []),
    ...(places.strand ? [places.strand] : []),
  ]);
  const name = called(table, taken, "name", "Name", "ID", "gene_name", "gene");
  if (name) taken.add(name);
  const score = scoreOf(table, taken);
  if (score) taken.add(score);
  const others = table.columns.filter((column) => !taken.has(column));
  const width = others.length > 0 || places.strand ? 6 : score ? 5 : name ? 4 : 3;
  const names = ["chrom", "start", "end", "name", "score", "strand"].slice(0, width);
  if (places.build !== null) yield `# genome ${places.build}\n`;
  if (others.length > 0) yield `#${[...names, ...others.map((column) => plainName(column.name))].join("\t")}\n`;
  yield* inBlocks(
    (function* () {
      for (let row = 0; row < table.rowCount; row++) {
        const place = placeAt(places, row);
        if (!place) continue;
        const fields = [
          place.chromosome,
          String(place.start),
          String(place.end),
          textAt(name, row, "."),
          textAt(score, row, "0"),
          textAt(places.strand, row, "."),
        ].slice(0, width);
        for (const column of others) fields.push(textAt(column, row, "."));
        yield `${fields.join("\t")}\n`;
      }
    })(),
  );
}

/** A name in a line of names has letters that readers of BED take for one. */
const plainName = (name: string): string => name.replaceAll(/[\t\r\n]/g, " ");

/** GFF3 1.26: tab, line ends, % and controls in every column; ; = & , in the ninth. */
const escaped = (text: string, more: string): string =>
  text.replaceAll(/[\p{Cc}%;=&, >]/gu, (letter) =>
    /[\p{Cc}%]/u.test(letter) || more.includes(letter)
      ? `%${letter.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`
      : letter,
  );
/** Attributes of several values, and those that begin with a capital letter by the standard. */
const several: ReadonlySet<string> = new Set(["Parent", "Alias", "Dbxref", "Ontology_term"]);
const reserved: ReadonlySet<string> = new Set([...several, "ID", "Name", "Target", "Gap", "Derives_from", "Note", "Is_circular"]);

function* gff3Text(table: Table, places: PlaceColumns): Generator<string> {
  const taken = new Set<Column>([
    places.chromosome,
    places.start,
    ...(places.end ? [places.end] : []),
    ...(places.strand ? [places.strand] : []),
  ]);
  const take = (column: Column | null): Column | null => {
    if (column) taken.add(column);
    return column;
  };
  const source = take(called(table, taken, "source"));
  const type = take(called(table, taken, "type", "feature"));
  const phase = take(called(table, taken, "phase", "frame"));
  const score = take(scoreOf(table, taken));
  const others = table.columns
    .filter((column) => !taken.has(column))
    .map((column) => ({ column, tag: tagOf(column.name), separators: several.has(column.name) ? ";=&" : ";=&," }));
  yield "##gff-version 3\n";
  if (places.build !== null) yield `##genome-build ${buildNamed(places.build) === null ? "." : "NCBI"} ${places.build}\n`;
  yield* inBlocks(
    (function* () {
      for (let row = 0; row < table.rowCount; row++) {
        const place = placeAt(places, row);
        if (!place) continue;
        const attributes = others.flatMap(({ column, tag, separators }) => {
          const text = textAt(column, row, "");
          return text === "" ? [] : [`${tag}=${escaped(text, separators)}`];
        });
        const fields = [
          escaped(place.chromosome, " >"),
          escaped(textAt(source, row, "."), ""),
          escaped(textAt(type, row, "region"), ""),
          String(place.start + 1),
          String(place.end),
          textAt(score, row, "."),
          textAt(places.strand, row, "."),
          textAt(phase, row, "."),
          attributes.length > 0 ? attributes.join(";") : ".",
        ];
        yield `${fields.join("\t")}\n`;
      }
    })(),
  );
}

/** "Name" of BED's name; other names begin with a small letter, for capital ones are the standard's. */
function tagOf(name: string): string {
  if (reserved.has(name)) return name;
  if (name === "name") return "Name";
  return escaped(name.charAt(0).toLowerCase() + name.slice(1), ";=&,");
}
