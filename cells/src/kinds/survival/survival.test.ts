// Survival cells end to end: tcga_laml against R (EXPECTED.json), what is left out and said, and what is refused.

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { survivalReport, type SurvivalBody } from "../../reports/survival/report.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { execute } from "./execute.ts";
import { survival } from "./spec.ts";

async function ran(input: Table, spec: JsonObject) {
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: () => input,
    valueOf: (field) => field as JsonObject,
  };
  return execute(survival.schema.parse({ from: { ref: "cell_a" as CellId }, ...spec }), context as ExecuteContext);
}
async function found(input: Table, spec: JsonObject): Promise<SurvivalBody> {
  const made = await ran(input, spec);
  if (!made.ok) throw new Error(made.error.reason);
  const report = made.value["report"];
  const body = report?.type === "report" ? bodyOf(survivalReport, { report: report.report, body: report.body }) : null;
  return body ?? expect.fail("no report");
}
const refused = async (input: Table, spec: JsonObject) => {
  const made = await ran(input, spec);
  return made.ok ? "answered" : made.error.reason.replace("survival-cell.", "");
};
const doubtsOf = (body: SurvivalBody): readonly string[] => body.doubts.map(({ key }) => key.replace("survival-cell.", ""));
const sheet = (
  time: readonly (number | null)[],
  event: readonly (string | null)[],
  group: readonly (string | null)[] = [],
): Table =>
  tableOf(numberColumn("days", time), textColumn("status", event), ...(group.length > 0 ? [textColumn("arm", group)] : []));
const asked = { time: "days", event: "status" };

const clinical = "tcga_laml/tcga_laml_annot.tsv";
const mutations = "tcga_laml/tcga_laml.maf.gz";
const silent = new Set(["Silent", "Intron", "RNA", "3'UTR", "5'UTR", "3'Flank", "5'Flank", "IGR"]);

describe.runIf(hasReference(clinical, mutations))("tcga_laml", () => {
  const laml = (): Table => {
    const rows = readFileSync(referenceFile(clinical), "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"));
    const [head, ...lines] = gunzipSync(readFileSync(referenceFile(mutations)))
      .toString()
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
    const at = (name: string): number => (head ?? []).indexOf(name);
    const [gene, kind, sample] = [at("Hugo_Symbol"), at("Variant_Classification"), at("Tumor_Sample_Barcode")];
    const sequenced = new Set(lines.map((line) => line[sample]));
    const mutated = new Set(
      lines.filter((line) => line[gene] === "DNMT3A" && !silent.has(line[kind] ?? "")).map((line) => line[sample]),
    );
    return tableOf(
      numberColumn(
        "days_to_last_followup",
        rows.map(([, , days]) => Number(days?.replace("Inf", "Infinity"))),
      ),
      numberColumn(
        "Overall_Survival_Status",
        rows.map((row) => Number(row[3])),
      ),
      textColumn(
        "DNMT3A",
        rows.map(([id]) => (mutated.has(id) ? "mutated" : sequenced.has(id) ? "wild type" : null)),
      ),
    );
  };
  const model = { columns: [{ column: "DNMT3A", reference: "wild type" }] };

  test("175 with 110 events, median 489 (366 to 731); -Inf and 0 are told, columns and events are guessed and said", async () => {
    const body = await found(laml(), {});
    expect(body).toMatchObject({ n: 175, events: 110, groups: [{ median: 489, lower: 366, upper: 731 }] });
    expect(
      body.doubts.filter(({ rows }) => rows).map(({ key, params }) => [key.replace("survival-cell.", ""), params["n"]]),
    ).toEqual([
      ["left-infinite", 12],
      ["left-zero", 13],
    ]);
    expect(doubtsOf(body).slice(0, 3)).toEqual(["guessed-time", "guessed-event", "guessed-occurred"]);
    expect((await found(laml(), { interval: "log-log" })).groups[0]).toMatchObject({ lower: 366, upper: 671 });
  });
  test("DNMT3A: the five who were not sequenced as wild type, and left out; each answer tells the other", async () => {
    const counted = await found(laml(), { group: "DNMT3A", without: "wild type", model });
    expect(counted.logRank?.p).toBeCloseTo(2.13703e-4, 9);
    expect(counted.model?.hazards[0]?.ratio).toBeCloseTo(2.155639, 6);
    expect(counted.model?.terms[0]?.proportional?.p).toBeCloseTo(0.322716, 5);
    expect(doubtsOf(counted)).toContain("without-out-ratio");
    const left = await found(laml(), { group: "DNMT3A", model });
    expect([left.n, left.logRank?.p]).toEqual([170, expect.closeTo(1.44e-4, 7)]);
    const told = left.doubts.find(({ key, params }) => key.endsWith("without-in-ratio") && params["without"] === "wild type");
    expect(told?.params["p"]).toBeCloseTo(2.13703e-4, 9);
    const breslow = await found(laml(), { group: "DNMT3A", without: "wild type", model, ties: "breslow" });
    expect(breslow.model?.hazards[0]?.ratio).toBeCloseTo(2.149147, 5);
  });
});

const arms = ["a", "b", "a", "b", "a", "b", "a", "b"];
const days = [1, 2, 3, 4, 5, 6, 7, 8];

test("negative follow-up, words in the time, an event that nobody explained and numbers as groups are refused", async () => {
  expect(await refused(sheet([-3, 2], ["1", "0"]), asked)).toBe("negative");
  expect(await refused(sheet([1, 2], ["1", "0"]), { time: "status", event: "status" })).toBe("time-not-numbers");
  expect(await refused(sheet([1, 2], ["A", "B"]), asked)).toBe("event-unknown");
  expect(await refused(sheet([1, 2], ["1", "0"]), { ...asked, occurred: ["dead"] })).toBe("occurred-absent");
  expect(await refused(sheet([null, null], ["1", "0"]), asked)).toBe("no-rows");
  const many = Array.from({ length: 20 }, (_, at) => at + 1);
  expect(
    await refused(
      sheet(
        many,
        many.map(() => "1"),
      ),
      { ...asked, group: "days" },
    ),
  ).toBe("group-numbers");
  expect(
    await refused(
      sheet(
        days,
        arms.map(() => "1"),
        arms,
      ),
      { ...asked, group: "arms" },
    ),
  ).toBe("column-near");
  expect(
    await refused(
      sheet(
        days,
        arms.map(() => "1"),
        arms,
      ),
      { ...asked, group: "arm", model: { formula: "~ 0 + arm" } },
    ),
  ).toBe("no-intercept");
});

test("1:DECEASED means the event; rows without a value are counted; a follow-up of 0 is kept where asked", async () => {
  const table = sheet([5, 0, 7, null, 9], ["1:DECEASED", "0:LIVING", "1:DECEASED", "1:DECEASED", ""]);
  const body = await found(table, asked);
  expect([body.n, body.events]).toEqual([2, 2]);
  expect(doubtsOf(body)).toEqual(["guessed-occurred", "left-missing", "left-missing", "left-zero"]);
  expect((await found(table, { ...asked, zero: "keep" })).n).toBe(3);
});

test("a time that only those with the event have, or only the others, is refused", async () => {
  // As in clinical tables of the GDC: days to death of the dead, days to the last contact of the living.
  const dead = [5, 8, null, null, 9, null];
  const last = [null, null, 7, 12, null, 3];
  const vital = textColumn("vital_status", ["dead", "dead", "alive", "alive", "dead", "alive"]);
  const patients = tableOf(numberColumn("days_to_death", dead), numberColumn("days_to_last_followup", last), vital);
  const made = await ran(patients, { time: "days_to_death", event: "vital_status" });
  expect(made.ok ? null : made.error).toMatchObject({
    reason: "survival-cell.time-of-events-other",
    params: { n: 3, other: "days_to_last_followup" },
  });
  const event = "vital_status";
  expect(await refused(patients, { time: "days_to_last_followup", event })).toBe("time-of-others-other");
  expect(await refused(tableOf(numberColumn("days", dead), vital), { time: "days", event })).toBe("time-of-events");
  expect(await refused(tableOf(numberColumn("days", last), vital), { time: "days", event })).toBe("time-of-others");
  const both = numberColumn(
    "days",
    dead.map((each, row) => each ?? last[row] ?? null),
  );
  expect(await refused(tableOf(both, vital), { time: "days", event })).toBe("answered");
});

test("nobody with the event: curves without a test, and no hazard ratio", async () => {
  const body = await found(
    sheet(
      days,
      arms.map(() => "0"),
      arms,
    ),
    { ...asked, group: "arm" },
  );
  expect([body.logRank?.p, body.model, body.groups[0]?.median]).toEqual([null, null, null]);
  expect(doubtsOf(body)).toEqual(["guessed-none", "model-no-events", "nobody"]);
});

test("a group without events has a curve and no ratio; few events are said", async () => {
  const body = await found(sheet(days, ["1", "0", "1", "0", "1", "0", "1", "0"], arms), { ...asked, group: "arm" });
  expect(body.model?.hazards[0]).toMatchObject({ ratio: null, p: null });
  expect(body.model?.terms[0]?.proportional).toBeNull();
  expect(doubtsOf(body)).toEqual(expect.arrayContaining(["few-events-none", "unbounded", "group-without-events"]));
});

test("one group alone has a curve, and what it cannot be compared with is said", async () => {
  const body = await found(
    sheet(
      days,
      arms.map(() => "1"),
      arms.map(() => "a"),
    ),
    { ...asked, group: "arm" },
  );
  expect([body.groups.length, body.logRank, body.model]).toEqual([1, null, null]);
});

test("R's calls say the same: columns with spaces in backticks, values as they are", async () => {
  const table = tableOf(
    numberColumn("OS days", days),
    textColumn("status", [
      "1:DECEASED",
      "0:LIVING",
      "1:DECEASED",
      "1:DECEASED",
      "0:LIVING",
      "1:DECEASED",
      "1:DECEASED",
      "0:LIVING",
    ]),
    textColumn("arm", arms),
  );
  const { inR } = await found(table, { event: "status", group: "arm" });
  expect(inR).toContain('survdiff(Surv(`OS days`, status == "1:DECEASED") ~ arm, data = d)');
});

test("ratios that chance would give are told as not shown; R's call takes the groups in the order that is fitted", async () => {
  // R 4.2.2, survival 3.5-3: coxph(Surv(days, status == 1) ~ arm) with arm <- factor(arm, c("C", "A", "B")).
  const table = tableOf(
    numberColumn("days", [2, 3, 5, 7, 8, 11, 13, 17, 19, 23, 29, 31]),
    textColumn("status", [..."111011101101"]),
    textColumn("arm", [..."ABCABCABCABC"]),
    textColumn("sex", [..."fmmffmmffmmf"]),
  );
  const columns = [{ column: "arm", reference: "C" }];
  const one = await found(table, { ...asked, occurred: ["1"], model: { formula: "~ arm", columns } });
  expect(one.model?.hazards.map(({ ratio, p }) => [ratio, p])).toEqual([
    [expect.closeTo(1.3020169072, 8), expect.closeTo(0.7478178287, 8)],
    [expect.closeTo(0.7937800462, 8), expect.closeTo(0.8011833241, 8)],
  ]);
  expect(one.inR).toContain('d$arm <- factor(d$arm, c("C", "A", "B"))');
  const saidOf = ({ says }: SurvivalBody) => says.map(({ key }) => key.replace("survival-cell.", ""));
  expect(saidOf(one)).toEqual(["half-from-all", "ratio-not", "ratio-not", "proportional"]);
  // With an interaction the coefficient of a group is that within the reference of the other column, and no sentence of its own.
  const crossed = await found(table, { ...asked, occurred: ["1"], model: { formula: "~ arm * sex", columns } });
  expect(crossed.model?.hazards[0]?.coefficient).toBeCloseTo(2.626512924, 6);
  expect(saidOf(crossed).filter((key) => key.startsWith("ratio") || key === "crossed")).toEqual(["crossed"]);
});

test("curves step at individuals and are told of nobody without rows; the numbers at risk stand below them", async () => {
  const made = await ran(sheet(days, ["1", "0", "1", "1", "0", "1", "1", "1"], arms), { ...asked, group: "arm" });
  const out = made.ok ? made.value["out"] : undefined;
  if (out?.type !== "figure") throw new Error("no figure");
  const question = { spec: survival.schema.parse({}), artifact: out, columns: null, valueOf: () => undefined };
  expect(survival.discloses({ ...question, port: "out" })?.behind).toEqual({
    of: "groups",
    sizes: [4, 4],
    statistics: ["step", "count"],
  });
  for (const port of ["hazards", "forest"]) {
    const artifact = made.ok ? made.value[port] : undefined;
    if (!artifact) throw new Error(port);
    const told = survival.discloses({ ...question, artifact, port })?.behind;
    expect(told?.of === "groups" && [...new Set(told.sizes)], port).toEqual([8, 6]);
  }
  expect(out.data.filter(({ mode }) => mode === "text").map(({ text }) => text)).toEqual([
    ["4", "3", "2", "1", "0"],
    ["4", "4", "3", "2", "1"],
  ]);
});
