// Writes the data of these two notebooks, the same bytes each time: node make-data.mjs [folder]. Nothing here was measured on
// anybody. The faults that a laboratory meets are put in on purpose, and README.md says where.

import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const folder = process.argv[2] ?? path.join(import.meta.dirname, "data");

/** mulberry32, as `cells/src/stats/seeded-random.ts`: equal seeds give equal numbers on each machine. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
const normalOf = (random) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const pick = (random, list) => list[Math.floor(random() * list.length)];
const id = (letter, digits, at) => `${letter}${String(at).padStart(digits, "0")}`;

function write(name, rows) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), `${rows.map((row) => row.join(",")).join("\n")}\n`);
}

// The clinical table.

const clinicColumns = ["patient", "study", "site", "sex", "smoking", "age", "bmi", "systolic", "crp", "glucose", "hba1c"];
/** A site's own name stands first; the others are what is typed for it, now and then. */
const sites = [
  ["North", "north", "North "],
  ["South", "SOUTH", "South."],
  ["Riverside", "riverside", "riverside", "Riversde"],
];
const smoking = ["never", "never", "former", "current"];

function patient(random, at, list) {
  const normal = () => normalOf(random);
  const writings = pick(random, list);
  const site = random() < 0.12 ? pick(random, writings.slice(1)) : writings[0];
  const smokes = pick(random, smoking);
  const age = Math.round(58 + 11 * normal());
  const bmi = 26 + 0.03 * (age - 58) + 3.6 * normal();
  const crp = Math.exp(1.1 + 0.02 * (age - 58) + (smokes === "current" ? 0.5 : 0) + 0.8 * normal());
  const glucose = 5.4 + 0.09 * (bmi - 26) + 0.6 * normal();
  const hba1c = 37 + 4 * (glucose - 5.4) + 3 * normal();
  const systolic = Math.round(131 + 0.6 * (age - 58) + 12 * normal());
  const risk = 0.9 * Math.log(crp) + 0.05 * (age - 58) + 0.35 * (glucose - 5.4) + 0.7 * normal();
  const values = {
    patient: id("p", 3, at),
    study: "S1",
    site,
    sex: random() < 0.5 ? "f" : "m",
    smoking: smokes,
    age,
    bmi: random() < 0.06 ? "" : bmi.toFixed(1),
    systolic,
    // The laboratory's own word where it has no number yet.
    crp: random() < 0.05 ? "pending" : crp.toFixed(1),
    // A form that takes no empty field.
    glucose: random() < 0.05 ? "999" : glucose.toFixed(1),
    hba1c: random() < 0.12 ? "" : hba1c.toFixed(0),
  };
  return { values, risk };
}

/** 15 of 100 relapse: those of the highest risk. */
function clinic() {
  const random = seeded(20261);
  const patients = Array.from({ length: 160 }, (_, at) => patient(random, at + 1, sites));
  const bar = patients.map(({ risk }) => risk).sort((a, b) => b - a)[24];
  const rows = patients.map(({ values, risk }) => [...clinicColumns.map((name) => values[name]), risk > bar ? "yes" : "no"]);
  // One form was sent twice.
  return [[...clinicColumns, "relapse"], ...rows.slice(0, 97), rows[41], ...rows.slice(97)];
}

/** Whether they relapse is not known yet; a fourth site has joined, and a form was sent twice again. */
function nextClinic() {
  const random = seeded(20262);
  const list = [...sites, ["Westend", "westend"]];
  const rows = Array.from({ length: 40 }, (_, at) => {
    const { values } = patient(random, at + 161, list);
    return clinicColumns.map((name) => values[name]);
  });
  return [clinicColumns, ...rows.slice(0, 30), rows[12], ...rows.slice(30)];
}

// The counts.

const ofTheY = ["RPS4Y1", "DDX3Y", "KDM5D", "UTY", "EIF1AY"];
const geneCount = 2000;

/** Of each gene its share of the reads, how far it scatters, and what the treatment does to it, as a logarithm. */
function genes() {
  const random = seeded(20263);
  return Array.from({ length: geneCount }, (_, at) => {
    const name = at === 0 ? "XIST" : (ofTheY[at - 1] ?? id("g", 4, at + 1));
    const share = Math.exp((name.startsWith("g") ? 0 : 0.4) + (name.startsWith("g") ? 1.3 : 0.2) * normalOf(random));
    const scatter = 0.28 + 0.16 * random();
    const effect = name.startsWith("g") && random() < 0.12 ? (random() < 0.5 ? -1 : 1) * (0.7 + random()) : 0;
    return { name, share, scatter, effect };
  });
}

const sexShare = (name, sex) => (name === "XIST" ? (sex === "f" ? 1 : 0.004) : ofTheY.includes(name) && sex === "f" ? 0.004 : 1);

/** Poisson, by the normal approximation where there are many. */
function poisson(random, mean) {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalOf(random)));
  const least = Math.exp(-mean);
  let count = -1;
  for (let product = 1; product > least; count++) product *= random();
  return count;
}

/** What a sample expresses, noise of its own included. */
const levels = (random, all, { sex, treatment }) =>
  all.map(
    ({ name, share, scatter, effect }) =>
      share * sexShare(name, sex) * Math.exp(scatter * normalOf(random) + (treatment === "drug" ? effect : 0)),
  );
function reads(random, of, depth) {
  const sum = of.reduce((total, level) => total + level, 0);
  return of.map((level) => poisson(random, (depth * level) / sum));
}
/** Of the same reads, one in ten is lost. */
const again = (random, counts) =>
  counts.map((count) => {
    let left = 0;
    for (let read = 0; read < count; read++) if (random() < 0.9) left++;
    return left;
  });

function cohort(seed, from, count) {
  const random = seeded(seed);
  const all = genes();
  const samples = Array.from({ length: count }, (_, at) => ({
    sample: id("s", 2, from + at),
    treatment: at % 2 === 0 ? "control" : "drug",
    sex: at % 4 < 2 ? "f" : "m",
  }));
  const of = samples.map((sample) => levels(random, all, sample));
  return { all, samples, of, random };
}

const drawn = ({ of, random }, depthOf = () => 1) =>
  of.map((level, at) => reads(random, level, (300_000 + 200_000 * random()) * depthOf(at)));

function writeCohort(name, { all, samples }, columns) {
  write(`${name}_counts.csv`, [
    ["gene", ...samples.map(({ sample }) => sample)],
    ...all.map((gene, row) => [gene.name, ...columns.map((column) => column[row])]),
  ]);
  write(`${name}_samples.csv`, [
    ["sample", "treatment", "sex"],
    ...samples.map(({ sample, treatment, sex }) => [sample, treatment, sex]),
  ]);
}

function firstCohort() {
  const made = cohort(20264, 1, 24);
  // The tubes of s05 (control, f) and s16 (drug, m) were taken for each other.
  [made.of[4], made.of[15]] = [made.of[15], made.of[4]];
  // s11 has a twelfth of the reads that it should have.
  const columns = drawn(made, (at) => (at === 10 ? 1 / 12 : 1));
  // The reads of s08 stand where those of s20 should.
  columns[19] = again(made.random, columns[7]);
  writeCohort("first", made, columns);
}

function nextCohort() {
  const made = cohort(20265, 25, 8);
  writeCohort("next", made, drawn(made));
}

write("clinic.csv", clinic());
write("clinic_next_month.csv", nextClinic());
firstCohort();
nextCohort();
