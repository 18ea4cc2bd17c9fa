// Every case of faults that users reported of similar tools, through the product as it runs without a server. The same as a
// table: npm run reports.

import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allReports } from "../testing/reports/reports.ts";
import { reportsFolder, runReport } from "../testing/reports/run-report.ts";

const isThere = existsSync(reportsFolder);
const note = isThere ? "" : ": not tried, for ../shared/data/reports is not there";

describe.skipIf(!isThere)(`faults that users reported of similar tools${note}`, () => {
  test("every case has its entry", () => {
    const folders = readdirSync(reportsFolder, { withFileTypes: true }).flatMap((each) =>
      each.isDirectory() ? [each.name] : [],
    );
    expect(allReports.map(({ folder }) => folder)).toEqual(folders.sort());
  });

  test.each(allReports)("$folder: $rule", { timeout: 180_000 }, async (report) => {
    const wrong = (await runReport(report)).filter(({ verdict }) => verdict === "wrong");
    const open = Object.keys(report.open ?? {});
    expect(wrong.filter(({ cell }) => !open.includes(cell))).toEqual([]);
    expect(open, "what has become right is open no more").toEqual(wrong.map(({ cell }) => cell));
  });
});
