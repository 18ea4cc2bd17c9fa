// The chain that is proposed of a messy clinical table, and of counts with planted faults, can be done as it stands; asked again the
// rules say nothing of what it mends. Chains differ by what the data are for.

import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { summaryOf } from "../../artifacts/artifact-summary.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { booleanColumn, cellJson, integerColumn, numberColumn, tableOf, takeRows, textColumn } from "../../artifacts/table.ts";
import { canonicalJson } from "../../base/canonical-json.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type Goal, goals, type Proposal } from "../../prepare/proposal.ts";
import { propose } from "../../prepare/propose.ts";
import { clinical, clinicalRows } from "../../testing/clinical-table.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { checked, checkedMatrix } from "../../testing/quality-of-table.ts";
import { stepOnData } from "../../testing/step-on-table.ts";
import { asked, type Judged } from "../../prepare/asked-of-report.ts";

const rows = [...Array(clinicalRows).keys()];
const base = clinical();
const numbers = (name: string): number[] => {
  const column = base[name];
  return column && column.type !== "text" ? [...column.values] : [];
};
const texts = (name: string): string[] => {
  const column = base[name];
  return column?.type === "text" ? Array.from(column.codes, (code) => column.dictionary[code] ?? "") : [];
};

/** Twelve faults at once: copies, an id twice, labels, -9 and infinity, texts, gaps, columns that say nothing, a leak, a far value. */
function messy(): Table {
  const [age, marker, dose, group, response] = [
    ...["age", "marker", "dose mg"].map(numbers),
    ...["group", "response"].map(texts),
  ] as [number[], number[], number[], string[], string[]];
  const columns = {
    ...base,
    age: integerColumn(
      "age",
      age.map((value, row) => (row % 40 === 0 ? -9 : value)),
      { semantic: "age" },
    ),
    marker: numberColumn(
      "marker",
      marker.map((value, row) => (row === 31 ? value * 100 : value)),
    ),
    "dose mg": numberColumn(
      "dose mg",
      dose.map((value, row) => (row === 9 ? Infinity : value)),
    ),
    group: textColumn(
      "group",
      group.map((value, row) => (value === "CTRL" && row % 9 === 0 ? "ctrl " : value)),
      { semantic: "group" },
    ),
    ldh: textColumn(
      "ldh",
      age.map((value, row) => (row % 20 === 0 ? "n.d." : String(value * 4.5 + (row % 7)))),
      { semantic: "text" },
    ),
    weight: numberColumn(
      "weight",
      marker.map((value, row) => (row % 4 === 0 ? null : value * 7 + (row % 13))),
    ),
    diet: textColumn(
      "diet",
      rows.map((row) => (row % 7 < 2 ? null : ["a", "b", "c"][(row * 31) % 3]) ?? null),
    ),
    note: textColumn(
      "note",
      rows.map((row) => ((row * 7) % 10 < 3 ? `n${row % 5}` : null)),
    ),
    species: textColumn(
      "species",
      rows.map(() => "human"),
    ),
    rare: booleanColumn(
      "rare",
      rows.map((row) => row === 60),
    ),
    "marker in ng": numberColumn(
      "marker in ng",
      marker.map((value, row) => (row === 31 ? value * 100 : value) * 1000 + 5),
    ),
    score: numberColumn(
      "score",
      response.map((value, row) => (value === "yes" ? 1 : 0) + (row % 10) / 11),
    ),
  };
  const whole = takeRows(tableOf(...Object.values(columns)), [...rows, 3, 77]);
  // One more row of a patient who is there.
  return { ...whole, columns: whole.columns.map((column) => (column.name === "lab" ? withLab(column) : column)) };
}
function withLab(column: Table["columns"][number]): Table["columns"][number] {
  const values = Array.from({ length: clinicalRows + 2 }, (_, row) => String(cellJson(column, row)));
  values[clinicalRows] = values[clinicalRows] === "L1" ? "L2" : "L1";
  return textColumn("lab", values, { semantic: "lab" });
}

const proposed = (
  body: Judged,
  data: Table | Assay,
  goal: Goal,
  switched: ReadonlyMap<string, boolean> = new Map(),
  more: { readonly outcome?: string | null; readonly group?: string | null } = {},
): Proposal => {
  const said = (says: string): string | null => body.columns.find((one) => one.says === says)?.column ?? null;
  const [outcome, group] = [said("outcome"), said("group")];
  return propose(asked(body, summaryOf(data), { goal, outcome, group, judgedOutcome: outcome, switched, ...more }));
};
const verbs = ({ steps }: Proposal): readonly string[] =>
  steps.map(({ step, on }) => `${String(step["verb"])}${on ? "" : " off"}`);

async function done<D extends Table | Assay>(
  data: D,
  { steps }: Proposal,
): Promise<{ data: Table | Assay; said: readonly string[] }> {
  let now: Table | Assay = data;
  const said: string[] = [];
  for (const { step, on } of steps) {
    if (!on) continue;
    const after = await stepOnData(now, step);
    now = after.data;
    said.push(...after.said);
  }
  return { data: now, said };
}

function holds(proposal: Proposal): void {
  const written = proposal.steps.map(({ step }) => canonicalJson(step));
  expect(new Set(written).size).toBe(written.length);
  expect(new Set(proposal.steps.map(({ key }) => key)).size).toBe(proposal.steps.length);
  for (const locale of ["en", "ru"] as const)
    for (const { reason } of proposal.steps) expect(sentenceIn(reason, locale)).toMatch(/\S.{10}/);
}

describe("a messy clinical table", async () => {
  const table = messy();
  const { body } = await checked(table);
  const again = async (goal: Goal, switched?: ReadonlyMap<string, boolean>): Promise<readonly string[]> => {
    const after = await done(table, proposed(body, table, goal, switched));
    const { verdicts } = (await checked(after.data as Table, { outcome: "response" })).body;
    return verdicts.map(({ rule, columns }) => `${rule}: ${columns.join(", ")}`);
  };

  test("is told of what was put into it", () => {
    expect([...new Set(body.verdicts.map(({ rule }) => rule))].sort()).toEqual([
      ...["constant-columns", "duplicate-columns", "duplicate-rows", "far-values", "infinite-values", "leakage"],
      ...["missing-values", "near-labels", "numbers-as-texts", "repeated-ids", "sentinel-values"],
    ]);
  });

  test.each(goals)("to %s: each step once, each with a reason, in the order of the field", (goal) => {
    const proposal = proposed(body, table, goal);
    holds(proposal);
    expect(proposal.notes).toEqual([]);
    const head = ["distinct", "distinct", "merge-labels", "derive", "derive", "derive", "drop-missing", "select"];
    expect(verbs(proposal)).toEqual(
      {
        explore: [...head, "outliers", "fill-missing", "fill-missing"],
        compare: [...head, "outliers", "fill-missing off", "fill-missing off"],
        predict: [...head, "select off", "split", "outliers", "fill-missing", "fill-missing", "encode", "encode", "scale"],
      }[goal],
    );
  });

  test("steps of one verb for several columns are one, and name no column that is gone", () => {
    const { steps } = proposed(body, table, "predict");
    expect(steps.flatMap(({ step }) => (step["verb"] === "derive" || step["verb"] === "distinct" ? [] : [step]))).toEqual([
      { verb: "merge-labels", column: "group", groups: [{ to: "CTRL", from: ["ctrl "] }] },
      { verb: "drop-missing", columns: ["note"], drop: "columns", above: 0.5 },
      { verb: "select", columns: ["marker in ng", "species", "rare"], action: "drop" },
      { verb: "select", columns: ["score"], action: "drop" },
      { verb: "split", stratify: "response", together: ["patient"] },
      { verb: "outliers", columns: ["marker"], rule: { by: "mad", beyond: 10 }, action: "missing" },
      { verb: "fill-missing", columns: ["age", "marker", "dose mg", "ldh", "weight", "score"], fill: { by: "median" } },
      { verb: "fill-missing", columns: ["group", "stage", "receptor", "lab", "smoker", "diet"], fill: { by: "mode" } },
      { verb: "encode", columns: ["group", "smoker"], as: { by: "ordinal", unseen: "missing" } },
      { verb: "encode", columns: ["stage", "receptor", "lab", "diet"], as: { by: "one-hot", unseen: "zero" } },
      { verb: "scale", columns: ["age", "marker", "dose mg", "ldh", "weight", "score"] },
    ]);
  });

  test("the chain can be done, and the rules have no more to say of what it mends", async () => {
    expect(await again("explore")).toEqual(["leakage: score", "far-values: marker"]);
    expect(await again("compare")).toEqual([
      "missing-values: weight",
      "missing-values: diet",
      "leakage: score",
      "far-values: marker",
    ]);
    expect(await again("predict")).toEqual(["leakage: score"]);
  });

  test("steps that somebody switched stay switched, and the others follow them", async () => {
    expect(await again("predict", new Map([["leaks", true]]))).toEqual([]);
    expect(await again("predict", new Map([["slips", false]]))).toEqual(["leakage: score", "far-values: marker"]);
    const kept = proposed(body, table, "predict", new Map([["same-columns", false]]));
    expect(kept.steps.find(({ key }) => key === "scale")?.step["columns"]).toContain("marker in ng");
    const texts = proposed(body, table, "predict", new Map([["numbers ldh", false]]));
    expect(texts.steps.find(({ key }) => key === "scale")?.step["columns"]).not.toContain("ldh");
  });

  test("of another outcome leaks and classes are not told, and it is said what is left", () => {
    const other = proposed(body, table, "predict", new Map(), { outcome: "group" });
    expect(other.steps.map(({ key }) => key)).not.toContain("leaks");
    expect(other.steps.find(({ key }) => key === "split")?.step).toMatchObject({ stratify: "group" });
    expect(other.steps.flatMap(({ step }) => (step["verb"] === "encode" ? [step["columns"]] : [])).flat()).not.toContain("group");
    const none = proposed(body, table, "predict", new Map(), { outcome: null });
    expect(none.notes.map(({ key }) => key)).toEqual(["prepare.no-outcome"]);
    expect(proposed(body, table, "explore").left).toEqual([]);
  });
});

describe("counts with faults", () => {
  const [features, samples] = [300, 12];
  const random = seededRandom(5);
  const genes = Array.from({ length: features }, () => Math.exp(2 + 4 * random()));
  const ids = Array.from({ length: samples }, (_, sample) => `s${sample + 1}`);
  const values = new Float32Array(features * samples);
  genes.forEach((mean, gene) =>
    ids.forEach((_, sample) => {
      const depth = sample === 4 ? 0.05 : 1;
      const expected = (gene % 10 === 0 ? 0.05 : mean) * depth * (sample % 2 && gene < 20 ? 3 : 1);
      values[gene * samples + sample] = Math.max(0, Math.round(expected * (0.6 + 0.8 * random())));
    }),
  );
  // Sample 10 is sample 9 again.
  for (let gene = 0; gene < features; gene++) values[gene * samples + 9] = values[gene * samples + 8] as number;
  const assay = assayOf({
    values: { layout: "dense", data: values },
    features: tableOf(
      textColumn(
        "gene",
        genes.map((_, gene) => `g${gene}`),
      ),
    ),
    samples: tableOf(
      textColumn("sample", ids, { semantic: "sample" }),
      textColumn(
        "group",
        ids.map((_, sample) => (sample % 2 ? "treated" : "control")),
        { semantic: "group" },
      ),
    ),
    scale: "counts",
    featureNoun: "gene",
  });

  test.each(goals)("to %s: failed samples go, of two that are one the first stays", async (goal) => {
    const { body } = await checkedMatrix(assay);
    const proposal = proposed(body, assay, goal, new Map(), { outcome: "group" });
    holds(proposal);
    const value = proposal.steps[0]?.step["where"];
    expect(value).toEqual({ all: [{ column: "sample", is: "in", value: ["s5", "s10"] }] });
    expect(verbs(proposal)).toEqual(
      {
        explore: ["filter", "log-cpm"],
        compare: ["filter", "filter-by-expression"],
        predict: ["filter", "split", "filter-by-expression", "log-cpm"],
      }[goal],
    );
    expect(proposal.notes.map(({ key }) => key)).toEqual(goal === "compare" ? ["prepare.counts-stay"] : []);
    const after = await done(assay, proposal);
    const { data } = after as { readonly data: Assay };
    expect([data.type, data.sampleCount, data.scale === "counts"]).toEqual(["assay", 10, goal === "compare"]);
    if (goal !== "explore") expect(data.featureCount).toBeLessThan(280);
    expect((await checkedMatrix(data)).body.verdicts).toEqual([]);
  });

  test("who looks like another group goes before comparisons, and stays where that group is predicted", async () => {
    const { body } = await checkedMatrix(assay);
    const says = { key: "quality-swapped-groups.swapped", params: {} } as (typeof body.verdicts)[number]["says"];
    const verdict = { rule: "swapped-groups", level: "fail" as const, samples: ["s2"], value: 2, threshold: 1, says };
    const both = { ...body, verdicts: [...body.verdicts, verdict] };
    const dropped = (goal: Goal, outcome: string | null): string =>
      JSON.stringify(proposed(both, assay, goal, new Map(), { outcome, group: "group" }).steps[0]?.step);
    expect(dropped("compare", null)).toContain("s2");
    expect(dropped("predict", "group")).not.toContain("s2");
    const { notes, left } = proposed(both, assay, "predict", new Map(), { outcome: "group", group: "group" });
    expect(notes.map(({ key }) => key)).toEqual(["prepare.hard-stay"]);
    expect(left.map(({ key }) => key)).toEqual(["quality-swapped-groups.swapped"]);
  });

  test("where nearly all fail nothing is dropped, and it is said", async () => {
    const { body } = await checkedMatrix(assay);
    const verdict = {
      rule: "library-size",
      level: "fail" as const,
      samples: ids.slice(1),
      says: { key: body.verdicts[0]?.says.key, params: {} },
    };
    const proposal = proposed({ ...body, verdicts: [verdict] as typeof body.verdicts }, assay, "explore");
    expect(verbs(proposal)).toEqual(["log-cpm"]);
    expect(proposal.notes.map(({ key }) => key)).toEqual(["prepare.too-few-left"]);
    expect(proposal.left).toHaveLength(1);
  });
});

describe("strange tables", () => {
  const of = <T>(n: number, make: (row: number) => T): T[] => Array.from({ length: n }, (_, row) => make(row));
  const strange: { readonly [name: string]: Table } = {
    "one row": tableOf(numberColumn("x", [1]), textColumn("y", ["a"])),
    "all missing": tableOf(
      numberColumn(
        "x",
        of(20, () => null),
      ),
      textColumn(
        "y",
        of(20, () => null),
      ),
    ),
    "one group": tableOf(
      numberColumn(
        "x",
        of(30, (row) => Math.sin(row)),
      ),
      textColumn(
        "y",
        of(30, () => "a"),
        { semantic: "response" },
      ),
    ),
    "names of any sort": tableOf(
      numberColumn(
        "a `b` = 1",
        of(60, (row) => (row % 10 === 0 ? -999 : row === 5 ? Infinity : 1e100 * Math.sin(row))),
      ),
      textColumn(
        "__proto__",
        of(60, (row) => (row === 3 ? "n/a" : String(row * 2))),
      ),
      textColumn(
        "split",
        of(60, (row) => ["да", "нет", "{n}"][row % 3] ?? null),
      ),
      textColumn(
        "constructor",
        of(60, (row) => (row % 2 ? "yes" : "no")),
        { semantic: "response" },
      ),
    ),
    "nothing but a name": tableOf(
      textColumn(
        "id",
        of(20, (row) => `p${row % 19}`),
        { semantic: "patient" },
      ),
    ),
    "every row twice": (() => {
      const once = tableOf(
        numberColumn(
          "x",
          of(30, (row) => Math.sin(row)),
        ),
        textColumn(
          "y",
          of(30, (row) => (row % 2 ? "yes" : "no")),
          { semantic: "response" },
        ),
      );
      return takeRows(once, [...of(30, (row) => row), ...of(30, (row) => row)]);
    })(),
  };

  test.each(Object.entries(strange).flatMap(([name, table]) => goals.map((goal) => [name, goal, table] as const)))(
    "%s, to %s: each step once, and all that is on can be done",
    async (_name, goal, table) => {
      const { body } = await checked(table);
      const proposal = proposed(body, table, goal);
      holds(proposal);
      const after = await done(table, proposal);
      expect(after.data.type).toBe("table");
    },
  );

  test("a column that is called split stays beside the split", async () => {
    const table = strange["names of any sort"] as Table;
    const { steps } = proposed((await checked(table)).body, table, "predict");
    expect(steps.find(({ key }) => key === "split")?.step).toEqual({
      verb: "split",
      name: "split_of_rows",
      stratify: "constructor",
    });
  });
});

test("a time until an event is not filled: it would be made up, and that is said", async () => {
  const days = Array.from({ length: clinicalRows }, (_, row) => (row % 17 === 0 ? -Infinity : 30 + ((row * 37) % 900)));
  const table = tableOf(...Object.values(base), numberColumn("days", days, { semantic: "survival-time" }));
  const { body } = await checked(table);
  for (const goal of goals) {
    const proposal = proposed(body, table, goal);
    const filled = proposal.steps.filter(({ step }) => step["verb"] === "fill-missing").flatMap(({ step }) => step["columns"]);
    expect(filled).not.toContain("days");
    expect(proposal.notes.map((note) => sentenceIn(note, "en")).join(" ")).toContain("would be made up: days");
  }
});
