// The genotypes of a .ped: behind six fields of a sample two alleles for each site of the .map, "0" where there is none (PLINK 1.9,
// file format reference, .ped). Which allele is A1 is told by how often it is there, as PLINK does: the rarer one, of equal ones that
// which was met later.

import { missingByte } from "../../../artifacts/artifact.ts";
import { eachLine, type Fields, textAt } from "./fields.ts";
import { sampleFields, type SampleRow } from "./samples.ts";
import { words } from "./words.ts";

export interface Ped {
  readonly rows: readonly SampleRow[];
  /** sites x samples: copies of `counted`. */
  readonly data: Int8Array;
  readonly counted: readonly (string | null)[];
  readonly other: readonly (string | null)[];
  /** Genotypes of one allele. */
  readonly half: { readonly line: number; readonly count: number };
}

export async function readPed(chunks: AsyncIterable<Uint8Array>, part: string, sites: number): Promise<Ped> {
  const width = sampleFields + sites * 2;
  const rows: SampleRow[] = [];
  /** Of each sample and site the copies of the allele that was met first. */
  const bySample: Int8Array[] = [];
  const first: (string | null)[] = new Array<string | null>(sites).fill(null);
  const second: (string | null)[] = new Array<string | null>(sites).fill(null);
  const half = { line: 0, count: 0 };
  const alleleOf = (fields: Fields, field: number, site: number): number => {
    const text = textAt(fields, field);
    if (text === "0") return -1;
    if (first[site] === null) first[site] = text;
    if (first[site] === text) return 1;
    if (second[site] === null) second[site] = text;
    if (second[site] === text) return 0;
    const found = `${first[site]}, ${second[site]}, ${text}`;
    return words.fail("ped-alleles", { line: fields.line, part, site: site + 1, found });
  };
  await eachLine(
    chunks,
    part,
    [width],
    (fields) => {
      const [family, sample, father, mother, sex, phenotype] = [0, 1, 2, 3, 4, 5].map((field) => textAt(fields, field));
      rows.push([family ?? "", sample ?? "", father ?? "", mother ?? "", sex ?? "", phenotype ?? ""]);
      const calls = new Int8Array(sites);
      for (let site = 0; site < sites; site++) {
        const one = alleleOf(fields, sampleFields + site * 2, site);
        const other = alleleOf(fields, sampleFields + site * 2 + 1, site);
        calls[site] = one < 0 || other < 0 ? missingByte : one + other;
        if (one < 0 !== other < 0 && half.count++ === 0) half.line = fields.line;
      }
      bySample.push(calls);
    },
    ({ line, found }) => words.fail("ped-width", { line, part, found, sites, expected: width }),
  );
  const samples = rows.length;
  const data = new Int8Array(sites * samples);
  const counted: (string | null)[] = [];
  const others: (string | null)[] = [];
  for (let site = 0; site < sites; site++) {
    let told = 0;
    let copies = 0;
    for (const calls of bySample) {
      const call = calls[site] as number;
      if (call === missingByte) continue;
      told++;
      copies += call;
    }
    const [a, b] = [first[site] ?? null, second[site] ?? null];
    const isFirst = b !== null && copies < told;
    counted.push(isFirst ? a : b);
    others.push(isFirst ? b : a);
    bySample.forEach((calls, sample) => {
      const call = calls[site] as number;
      data[site * samples + sample] = call === missingByte || isFirst ? call : 2 - call;
    });
  }
  return { rows, data, counted, other: others, half };
}
