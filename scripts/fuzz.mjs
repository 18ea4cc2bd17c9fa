// npm run fuzz [-- --runs N] [--seed S] [--all] [format ...]: damaged files of every format (10,000 in all unless said otherwise),
// looked into, loaded and held to their standard: of each format the smallest example, or by --all any of them. What goes wrong
// is told with its format and its seed, by which it is tried again.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, root } from "./prepare.mjs";
import { say, stop } from "./say.mjs";

ensurePackages();
const { register } = await import("tsx/esm/api");
register();
const of = (...file) => import(pathToFileURL(path.join(root, ...file)).href);
const { formatNames } = await of("cells", "src", "formats.ts");
const { fuzz } = await of("kernel", "src", "testing", "fuzz", "fuzz.ts");

const args = process.argv.slice(2);
const number = (flag, usual) => {
  const at = args.indexOf(flag);
  if (at < 0) return usual;
  const [, value] = args.splice(at, 2);
  const found = Number(value);
  return Number.isInteger(found) && found >= 0 ? found : stop(`${flag} wants a whole number.`);
};
const isAll = args.includes("--all");
if (isAll) args.splice(args.indexOf("--all"), 1);
const runs = number("--runs", 10_000);
const seed = number("--seed", 1);
const unknown = args.find((name) => !formatNames.includes(name));
if (unknown !== undefined) stop(`There is no format ${unknown}. They are: ${formatNames.join(", ")}.`);
const formats = args.length > 0 ? args : formatNames;

/** A damaged file is answered within so much work, and the process that reads it holds no more. */
const limits = { ms: 2_000, bytes: 1024 * 2 ** 20 };
const jobs = formats.flatMap((format, nth) => {
  const each = Math.floor(runs / formats.length) + (nth < runs % formats.length ? 1 : 0);
  return Array.from({ length: each }, (_, at) => ({ format, seed: seed + at, ofAll: isAll }));
});
const counts = new Map(formats.map((format) => [format, { read: 0, refused: 0, threw: 0 }]));
let done = 0;
const { faults, peak } = await fuzz(jobs, limits, ({ format, ended }) => {
  counts.get(format)[ended] += 1;
  if (++done % 500 === 0) say(`${done} of ${jobs.length} ...`);
});
const out = (line) => process.stdout.write(`${line}\n`);
for (const [format, { read, refused, threw }] of counts)
  out(`${format.padEnd(20)} ${read} read, ${refused} refused, ${threw} threw`);
for (const { format, seed: at, what, detail } of faults)
  out(`FAULT ${format} --seed ${at} --runs 1${isAll ? " --all" : ""}: ${what} ${detail.split("\n").slice(0, 4).join(" | ")}`);
out(`${jobs.length} files of seed ${seed}, ${faults.length} faults, at most ${Math.round(peak / 2 ** 20)} MB`);
process.exitCode = faults.length === 0 ? 0 : 1;
