// Sites of PLINK: the lines of a .bim (chromosome, name, distance in morgans or centimorgans, position, A1, A2) and of a .map
// (the same without alleles, the distance left out where it likes).

import type { Column, Table } from "../../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../../artifacts/table.ts";
import { NumberCells, TextCells } from "../vcf/cells.ts";
import { wholeNumber } from "../vcf/number-bytes.ts";
import { eachLine, type Fields, textAt } from "./fields.ts";
import { words } from "./words.ts";

/** Columns in the order of a .bim. `withId`: with a first column that is unique, chromosome:position:A2:A1. */
export interface SitesOfPlink {
  readonly count: number;
  readonly columns: readonly Column[];
  readonly chromosomes: readonly string[];
  readonly positions: Int32Array | Float64Array;
  readonly names: Column;
}

const sexChromosomes: { readonly [code: string]: string } = { "23": "X", "24": "Y", "25": "XY", "26": "MT" };

export async function readSites(chunks: AsyncIterable<Uint8Array>, part: string, kind: "bim" | "map"): Promise<SitesOfPlink> {
  const chromosome = new TextCells();
  const name = new TextCells();
  const distance = new NumberCells(false);
  const position = new NumberCells(true);
  const alleles = [new TextCells(), new TextCells()] as const;
  const lines: number[] = [];
  const count = await eachLine(chunks, part, kind === "bim" ? [6] : [4, 3], (fields, width) => {
    const { bytes, starts, ends, row, line } = fields;
    const put = (cells: TextCells | NumberCells, field: number): void => {
      cells.put(row, bytes, starts[field] as number, ends[field] as number);
    };
    lines.push(line);
    put(chromosome, 0);
    put(name, 1);
    if (width !== 3) put(distance, 2);
    const at = width === 3 ? 2 : 3;
    const base = wholeNumber(bytes, starts[at] as number, ends[at] as number);
    if (Number.isNaN(base)) words.fail("number", { line, part, field: "position", found: textAt(fields, at).slice(0, 40) });
    position.set(row, base);
    if (kind === "bim") alleles.forEach((cells, nth) => putAllele(cells, fields, 4 + nth));
  });
  const lineOf = (row: number): number => lines[row] ?? 0;
  const found = chromosome.column("chromosome", count, lineOf, { semantic: "chromosome" });
  // PLINK's numbers of the sex chromosomes (--chr-set, human).
  const dictionary = found.dictionary.map((code) => sexChromosomes[code] ?? code);
  const place = position.column("position", count, { semantic: "position", origin: 1 });
  const names = name.column("id", count, lineOf);
  const texts = Array.from(found.codes, (code) => dictionary[code] ?? "");
  return {
    count,
    columns: [
      textColumn("chromosome", texts, { semantic: "chromosome" }),
      names,
      ...(distance.isEmpty ? [] : [distance.column("distance", count, { semantic: "number", unit: "cM" })]),
      place,
      ...(kind === "bim" ? alleles.map((cells, nth) => cells.column(`a${nth + 1}`, count, lineOf, { semantic: "allele" })) : []),
    ],
    chromosomes: texts,
    positions: place.values,
    names,
  };
}

/** "0" is no allele. */
function putAllele(cells: TextCells, { bytes, starts, ends, row }: Fields, field: number): void {
  const start = starts[field] as number;
  const end = ends[field] as number;
  if (end - start !== 1 || bytes[start] !== 48) cells.put(row, bytes, start, end);
}

/** With a first column that names each site by its place and alleles; how many had the same before. */
export function withIds(
  sites: SitesOfPlink,
  alleles: { readonly counted: readonly (string | null)[]; readonly other: readonly (string | null)[] },
): { readonly table: Table; readonly repeated: { readonly count: number; readonly site: string } | null } {
  const seen = new Map<string, number>();
  let repeated: { readonly count: number; readonly site: string } | null = null;
  const ids = sites.chromosomes.map((chromosome, at) => {
    const id = `${chromosome}:${sites.positions[at]}:${alleles.other[at] ?? "."}:${alleles.counted[at] ?? "."}`;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    if (times === 1) return id;
    repeated = {
      site: id,
      ...(repeated as { readonly site: string } | null),
      count: ((repeated as { readonly count: number } | null)?.count ?? 0) + 1,
    };
    return `${id}#${times}`;
  });
  return { table: tableOf(textColumn("site", ids, { semantic: "identifier" }), ...sites.columns), repeated };
}
