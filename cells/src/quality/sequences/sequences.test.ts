// Sequences with planted faults are found, with the numbers of Biopython (testing/reference/sequences/contigs.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { readFile } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { tableData } from "../parts/table-data.ts";
import { judge } from "./judge.ts";
import { lettersOf } from "./letters-of-sequence.ts";
import { sequences } from "./rule.ts";

const folder = path.join(import.meta.dirname, "../../testing/reference/sequences");
const answers = JSON.parse(readFileSync(path.join(folder, "contigs.json"), "utf8")) as {
  readonly lengths: readonly number[];
  readonly gc: readonly (number | null)[];
  readonly equal: readonly number[];
  readonly reverse: readonly number[];
  readonly n50: number;
};

async function loaded(text: string | Uint8Array, name = "contigs.fasta"): Promise<Table> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const { content } = await readFile(bytesAsSource(bytes), name, { alphabet: "dna" });
  if (content.shape === "whole" && content.artifact.type === "table") return content.artifact;
  throw new Error("a table was expected");
}
async function judged(table: Table, settings: object = {}) {
  const answer = await judge.judge(
    tableData(table, { outcome: null, group: null, batch: null }),
    sequences.settings.parse(settings),
  );
  const short = (key: string): string => key.replace("quality-sequences.", "");
  if ("lacks" in answer) return { lacks: short(answer.lacks.key) };
  return {
    verdicts: answer.verdicts.map(({ level, rows, says }) => `${level} ${short(says.key)} ${rows?.join()}`),
    steps: answer.verdicts.map(({ step }) => step),
    notes: (answer.notes ?? []).map(({ key, params }) => ({ key: short(key), ...params })),
  };
}
const contigs = (): Promise<Table> => loaded(new Uint8Array(readFileSync(path.join(folder, "contigs.fasta"))));

test("lengths and shares of G and C are Biopython's", async () => {
  const table = await contigs();
  const column = columnOf(table, "sequence");
  if (column?.type !== "text") throw new Error("texts were expected");
  const found = lettersOf(column, null, table.rowCount);
  const asDna = lettersOf(column, textColumn("alphabet", Array(24).fill("dna")), table.rowCount);
  expect(found.map(({ letters }) => letters)).toEqual(answers.lengths);
  expect(found[17]?.isProtein).toBe(true);
  asDna.forEach(({ gc }, row) => expect(gc ?? -1).toBeCloseTo(answers.gc[row] ?? -1, 12));
});

test("each planted fault is told of its row, and nothing else; the step drops the rows", async () => {
  const { verdicts, steps, notes } = await judged(await contigs());
  expect(answers).toMatchObject({ equal: [7], reverse: [9] });
  expect(verdicts).toEqual([
    "fail outside 17",
    "warn short 15",
    "warn unknown 11",
    "warn codes 13",
    "warn composed 5",
    "warn copies 7,9",
  ]);
  expect(steps?.[0]).toEqual({ verb: "filter", action: "drop", where: { all: [{ column: "id", is: "in", value: ["c17"] }] } });
  const total = answers.lengths.reduce((sum, one) => sum + one, 0);
  expect(notes?.[0]).toMatchObject({
    key: "lengths",
    n: 24,
    letters: total,
    least: 0,
    most: Math.max(...answers.lengths),
    n50: answers.n50,
  });
  expect(notes?.[1]).toMatchObject({ key: "gc", n: 23 });
});

const of = (texts: readonly (string | null)[], alphabet: string | null = null): Table =>
  tableOf(
    textColumn(
      "id",
      texts.map(() => "same"),
      { semantic: "identifier" },
    ),
    textColumn("sequence", texts, { semantic: "sequence" }),
    ...(alphabet === null
      ? []
      : [
          textColumn(
            "alphabet",
            texts.map(() => alphabet),
          ),
        ]),
  );

test("of names that stand twice no step is made; gaps, case and RNA are no difference", async () => {
  const { verdicts, steps } = await judged(of(["ACGU-", "acgt", "A.CGT", "TTTT", "AAAA"], "aligned rna"));
  // ACGT is its own other strand, and AAAA that of TTTT.
  expect(verdicts).toEqual(["warn copies 1,2,4"]);
  expect(steps).toEqual([undefined]);
});

test("of proteins X and B are theirs, and no strand is another", async () => {
  expect((await judged(of(["MKVLA*", "MKVLA", "MXXXA", "MBBBA", "MK1LA", "MU"], "protein"))).verdicts).toEqual([
    "fail outside 4",
    "warn unknown 2",
    "warn codes 3",
    "warn copies 1",
  ]);
});

test("reads, tables without sequences, missing ones and letters of other scripts", async () => {
  expect(await judged(await loaded("@a\nACGT\n+\nIIII\n", "a.fastq"))).toEqual({ lacks: "reads" });
  expect(await judged(tableOf(textColumn("x", ["a"])))).toEqual({ lacks: "no-sequences" });
  expect(await judged(of([null, null]))).toEqual({ lacks: "none" });
  expect((await judged(of(["АЦГТ", "🧬", ""], "dna"))).verdicts).toEqual(["fail outside 0,1", "warn short 2"]);
});
