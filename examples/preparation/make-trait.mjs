// Makes data/1000_genomes_simulated_trait.tsv, the same each time: a trait that nobody measured, of the people of the stretch of the
// 1000 Genomes. It is higher in Africans by ancestry alone, and by half a unit with each copy of rs10432782.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const data = path.resolve(import.meta.dirname, "../data");
const populations = readFileSync(path.join(data, "1000_genomes_populations.tsv"), "utf8").trimEnd().split("\n").slice(1);
const lines = gunzipSync(readFileSync(path.join(data, "1000_genomes_stretch.vcf.gz")))
  .toString("utf8")
  .split("\n");
const people = lines
  .find((line) => line.startsWith("#CHROM"))
  .split("\t")
  .slice(9);
const site = lines
  .find((line) => line.split("\t")[2] === "rs10432782")
  .split("\t")
  .slice(9);
const copies = new Map(
  people.map((person, at) => [
    person,
    site[at]
      .split(":")[0]
      .split(/[|/]/)
      .filter((allele) => allele === "1").length,
  ]),
);

/** Mulberry32. */
let state = 11;
const uniform = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

const rows = populations.map((line) => {
  const [person, superpop] = line.split("\t");
  const trait = (superpop === "AFR" ? 1.5 : 0) + 0.5 * (copies.get(person) ?? 0) + normal();
  return [person, superpop, trait.toFixed(3)].join("\t");
});
writeFileSync(
  path.join(data, "1000_genomes_simulated_trait.tsv"),
  `${["person", "superpop", "trait"].join("\t")}\n${rows.join("\n")}\n`,
);
