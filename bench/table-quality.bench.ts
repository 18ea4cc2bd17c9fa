// What a look at a large table costs once it is in memory: column statistics, pairs and duplicates of 1,000,000 x 12, beside pandas in
// the same run, and all rules of quality together.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Column, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import { columnSummary } from "@genomecraft/cells/artifacts/column-summary.ts";
import { integerColumn, numberColumn, tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { columnPairs } from "@genomecraft/cells/quality/parts/column-pairs.ts";
import { firstEqualRow } from "@genomecraft/cells/quality/parts/equal-rows.ts";
import { askRuleOfTable } from "@genomecraft/cells/quality/parts/ask-rule.ts";
import { tableData } from "@genomecraft/cells/quality/parts/table-data.ts";
import { listedRules } from "@genomecraft/cells/quality-rules.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { median, type Measurement } from "./measurement.ts";

const rows = 1_000_000;

/** Texts of so many different values, as a loader makes them: codes and a dictionary. */
function textsOf(name: string, count: number, random: () => number): Extract<Column, { type: "text" }> {
  const codes = Int32Array.from({ length: rows }, () => Math.floor(random() * count));
  return { name, type: "text", valid: null, codes, dictionary: Array.from({ length: count }, (_, at) => `${name}${at}`) };
}

/** Eight columns of texts, two of whole numbers, two of numbers with gaps, as a table of variants has; every thousandth row is there twice. */
function generate(): Table {
  const random = seededRandom(3);
  const quality = Float64Array.from({ length: rows }, () => random() * 100);
  const ids = Int32Array.from({ length: rows }, (_, row) => (row % 1000 === 999 ? row - 1 : row));
  const table = tableOf(
    { name: "id", type: "text", valid: null, codes: ids, dictionary: Array.from({ length: rows }, (_, row) => `s${row}`) },
    textsOf("gene", 20_000, random),
    ...["group", "sex", "lab", "effect", "chromosome", "outcome"].map((name, at) =>
      textsOf(name, [6, 2, 4, 12, 24, 2][at] ?? 2, random),
    ),
    integerColumn(
      "position",
      Int32Array.from({ length: rows }, () => Math.floor(random() * 2e8)),
    ),
    integerColumn(
      "depth",
      Int32Array.from({ length: rows }, () => Math.floor(random() * random() * 500)),
    ),
    numberColumn(
      "quality",
      Float64Array.from(quality, (value) => (value < 2 ? Number.NaN : value)),
    ),
    numberColumn(
      "frequency",
      Float64Array.from(quality, (value) => Math.exp(value / 10) + random() * 500),
    ),
  );
  for (const column of table.columns)
    if (column.name !== "id") {
      const values = column.type === "text" ? column.codes : column.values;
      for (let row = 999; row < rows; row += 1000) {
        values[row] = values[row - 1] as number;
        if (column.valid) column.valid[row] = column.valid[row - 1] as number;
      }
    }
  return table;
}

const peer = `
import sys, json, itertools, resource, time, numpy as np, pandas as pd
d = sys.argv[1]; columns = {}
for name, kind, size in json.load(open(d + "/columns.json")):
    raw = np.fromfile(f"{d}/{name}.bin", dtype="<f8" if kind == "float64" else "<i4")
    columns[name] = pd.Series(np.array([f"{'s' if name == 'id' else name}{i}" for i in range(size)], dtype=object)[raw]) if kind == "text" else pd.Series(raw)
f = pd.DataFrame(columns)
texts = [c for c in f if f[c].dtype == object]; numbers = [c for c in f if f[c].dtype != object]
def timed(act):
    a, b = time.perf_counter(), time.process_time(); answer = act()
    return time.perf_counter() - a, time.process_time() - b, answer
def statistics():
    described = f[numbers].describe(); f.isna().sum(); f.nunique()
    for c in numbers: np.histogram(f[c].dropna(), 20)
    return float(described.loc["50%", "frequency"]), [f[c].value_counts().head(10).iloc[0] for c in texts]
def v(a, b):
    t = pd.crosstab(f[a], f[b]).to_numpy(); e = np.outer(t.sum(1), t.sum(0)) / t.sum(); return float(np.sqrt(((t - e) ** 2 / e).sum() / t.sum() / (min(t.shape) - 1)))
def pairs():
    r, s = f[numbers].corr(), f[numbers].corr(method="spearman")
    few = [c for c in texts if f[c].nunique() <= 50]
    for a, b in itertools.combinations(few, 2): v(a, b)
    for a in few:
        for b in numbers: g = f.groupby(a)[b]; (g.count() * (g.mean() - f[b].mean()) ** 2).sum() / (f[b].var() * (f[b].count() - 1))
    return float(r.loc["quality", "frequency"]), float(s.loc["quality", "frequency"])
statistics_of, pairs_of, rows_of = timed(statistics), timed(pairs), timed(lambda: int(f.duplicated().sum()))
print(json.dumps([statistics_of, pairs_of, rows_of], default=float))
`;

interface Timed<Answer> {
  readonly wall: number;
  readonly cpu: number;
  readonly answer: Answer;
}

/** The quickest of three: other work on the machine only adds. */
function timed<Answer>(act: () => Answer): Timed<Answer> {
  const all = [0, 1, 2].map((): Timed<Answer> => {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    const answer = act();
    const used = process.cpuUsage(cpu);
    return { wall: (performance.now() - wall) / 1000, cpu: (used.user + used.system) / 1e6, answer };
  });
  return all.toSorted((a, b) => a.wall - b.wall)[0] as Timed<Answer>;
}

type Peer = readonly (readonly [wall: number, cpu: number, answer: number | readonly (number | readonly number[])[]])[];

function pandas(table: Table): Peer | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  for (const column of table.columns) {
    // pandas keeps a gap as what is not a number.
    const values =
      column.type === "text"
        ? column.codes
        : column.type === "float64" && column.valid
          ? column.values.map((value, row) => (column.valid?.[row] === 0 ? Number.NaN : value))
          : column.values;
    writeFileSync(path.join(folder, `${column.name}.bin`), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  const columns = table.columns.map((column) => [
    column.name,
    column.type,
    column.type === "text" ? column.dictionary.length : 0,
  ]);
  writeFileSync(path.join(folder, "columns.json"), JSON.stringify(columns));
  const done = spawnSync("/usr/bin/python3", ["-c", peer, folder], { encoding: "utf8" });
  rmSync(folder, { recursive: true, force: true });
  return done.status === 0 ? (JSON.parse(done.stdout) as Peer) : null;
}

export async function bench(): Promise<Measurement[]> {
  const table = generate();
  const statistics = timed(() => table.columns.map((column) => columnSummary(column)));
  const pairs = timed(() => columnPairs(table));
  const duplicates = timed(() => firstEqualRow(table.columns, rows).reduce((n, first, row) => n + (first === row ? 0 : 1), 0));
  if (duplicates.answer !== rows / 1000) throw new Error(`rows that are there twice: ${duplicates.answer}`);
  const theirs = pandas(table);
  const [, , rowsOfPeer] = theirs ?? [];
  if (rowsOfPeer && rowsOfPeer[2] !== duplicates.answer) throw new Error(`pandas counts ${String(rowsOfPeer[2])} duplicates`);
  const found = pairs.answer.pairs.find(({ a, b }) => a === "quality" && b === "frequency");
  const answer = theirs?.[1]?.[2];
  if (Array.isArray(answer) && found)
    for (const [ours, peers] of [
      [found.pearson, answer[0]],
      [found.spearman, answer[1]],
    ] as const)
      if (!(Math.abs((ours ?? Number.NaN) - Number(peers)) <= 1e-10))
        throw new Error(`coefficients differ: ${ours}, pandas ${String(peers)}`);
  const line = (name: string, ours: Timed<unknown>, at: number, bound: string): readonly Measurement[] => {
    const [wall, cpu] = theirs?.[at] ?? [];
    const beside = (mine: number, other: number | undefined) =>
      other === undefined ? {} : { peer: "pandas", peerMedian: other, ratio: mine / other };
    return [
      { name: `${name} of 1,000,000 x 12`, unit: "s", median: ours.wall, bound, ...beside(ours.wall, wall) },
      { name: `${name} of 1,000,000 x 12, processor time`, unit: "s", median: ours.cpu, ...beside(ours.cpu, cpu) },
    ];
  };
  const rules = await ofRules(table);
  return [
    ...line("column statistics", statistics, 0, "<= 0.5 s"),
    ...line("pairs", pairs, 1, "with duplicates <= 3 s"),
    ...line("duplicate rows", duplicates, 2, "with pairs <= 3 s"),
    { name: "all rules of quality on 1,000,000 x 12, with an outcome, processor time", unit: "s", median: rules },
  ];
}

async function ofRules(table: Table): Promise<number> {
  const named = (name: string): Column | null => table.columns.find((column) => column.name === name) ?? null;
  const times: number[] = [];
  for (let round = 0; round < 2; round++) {
    const data = tableData(table, { outcome: named("outcome"), group: named("group"), batch: named("lab") });
    const cpu = process.cpuUsage();
    for (const listed of listedRules) {
      if (listed.rule.of === "table") await askRuleOfTable(listed, data, listed.rule.settings.parse({}));
    }
    const used = process.cpuUsage(cpu);
    times.push((used.user + used.system) / 1e6);
  }
  return median(times);
}
