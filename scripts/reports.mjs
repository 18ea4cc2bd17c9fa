// npm run reports [word ...]: every case of reported faults (../shared/data/reports), or those whose folder has one of the
// words, through the product as it runs without a server, and what came out as a table.

import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensurePackages, root } from "./prepare.mjs";
import { say, stop } from "./say.mjs";

ensurePackages();
const { register } = await import("tsx/esm/api");
register();
const of = (file) => import(pathToFileURL(path.join(root, "kernel", "src", "testing", "reports", file)).href);
const { allReports } = await of("reports.ts");
const { reportsFolder, runReport } = await of("run-report.ts");
if (!existsSync(reportsFolder)) stop(`The cases are not there: ${reportsFolder}.`);

const words = process.argv.slice(2);
const called = { right: "right", refused: "refused clearly", wrong: "WRONG" };
const counts = { right: 0, refused: 0, wrong: 0 };
const out = (line) => process.stdout.write(`${line}\n`);
const shown = (text) => text.replace(/\s+/g, " ").replaceAll("|", "\\|").slice(0, 400);
out("| case | cell | verdict | what came out |");
out("|---|---|---|---|");
for (const report of allReports) {
  if (words.length > 0 && !words.some((word) => report.folder.includes(word))) continue;
  say(`${report.folder} ...`);
  const verdicts = await runReport(report);
  const all = verdicts.map(({ verdict }) => verdict);
  counts[all.includes("wrong") ? "wrong" : all.includes("refused") ? "refused" : "right"] += 1;
  for (const { cell, verdict, came, wrong } of verdicts)
    out(`| ${report.folder} | ${cell} | ${called[verdict]} | ${shown(came)}${wrong === "" ? "" : ` (${shown(wrong)})`} |`);
}
const cases = counts.right + counts.refused + counts.wrong;
out(`\n${cases} cases: ${counts.right} right, ${counts.refused} refused clearly where that is right, ${counts.wrong} wrong`);
process.exitCode = counts.wrong === 0 ? 0 : 1;
