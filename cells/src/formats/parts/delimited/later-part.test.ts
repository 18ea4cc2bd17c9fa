// A text of which a second core reads the later part is the same table, with the same findings, as one that is read in one go,
// wherever it is cut: also where the line at the middle stands in quotes, where a column changes its kind behind the middle, and
// where something is wrong there.

import { describe, expect, test } from "vitest";
import { digestOfArtifact } from "../../../artifacts/digest-of-artifact.ts";
import { FailureError } from "../../../base/failure.ts";
import { seededRandom } from "../../../stats/seeded-random.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { secondCoreHere } from "../../../testing/second-core-here.ts";
import { type ReadDelimitedOptions, readDelimited } from "./read-delimited.ts";

const core = await secondCoreHere();

async function seen(text: string, options: ReadDelimitedOptions, isShared: boolean): Promise<unknown> {
  const bytes = new TextEncoder().encode(text);
  const chunks = async function* (): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 777) yield bytes.slice(at, at + 777);
  };
  const source = { open: chunks, fraction: () => null, ranges: isShared ? bytesAsSource(bytes) : null };
  try {
    const { content, lineOf, layout: _, ...said } = await readDelimited(source, { ...options, secondCore: core, leastShared: 0 });
    if (content.shape === "matrix") {
      const ids = [...content.ids.codes].map((code) => content.ids.texts[code]);
      return { ...said, ...content, ids, data: [...content.data] };
    }
    const { table } = content;
    return {
      ...said,
      rows: table.rowCount,
      table: digestOfArtifact(table),
      lines: [0, 1, table.rowCount >> 1, table.rowCount - 1].map(lineOf),
    };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return error.failure;
  }
}

async function same(text: string, options: ReadDelimitedOptions = {}): Promise<unknown> {
  const alone = await seen(text, options, false);
  expect(await seen(text, options, true)).toEqual(alone);
  return alone;
}

/** `row(at)` for rows from 0; the middle of the text is near that of the rows. */
const rows = (header: string, count: number, row: (at: number) => string, end = "\n"): string =>
  [header, ...Array.from({ length: count }, (_, at) => row(at))].join(end) + end;

describe("columns that change behind the middle", () => {
  const count = 400;
  const late = (at: number, before: string, after: string): string => (at > count * 0.8 ? after : before);
  test.each<readonly [string, (at: number) => string]>([
    ["chromosomes: numbers, then X", (at) => late(at, String(1 + (at % 22)), "X")],
    ["names, then numbers", (at) => late(at, `g${at}`, String(at))],
    ["names, then numbers whose letters matter", (at) => late(at, `g${at}`, `00${at}`)],
    ["names, then fractions", (at) => late(at, `g${at}`, `${at}.50`)],
    ["fractions, then names", (at) => late(at, `${at}.50`, "n.d.")],
    ["whole, then fractions", (at) => late(at, String(at), `${at}.25`)],
    ["fractions, then whole", (at) => late(at, `${at}.25`, String(at))],
    ["nothing, then whole", (at) => late(at, "", String(at))],
    ["nothing, then names", (at) => late(at, "", `g${at}`)],
    ["whole, then nothing", (at) => late(at, String(at), "")],
    ["names, then nothing", (at) => late(at, `g${at}`, "NA")],
    ["names, then points", (at) => late(at, `g${at}`, ".")],
    ["points, then names", (at) => late(at, ".", `g${at}`)],
    ["points, then whole", (at) => late(at, ".", String(at))],
    ["nothing but points", () => "."],
    ["large numbers at the end", (at) => late(at, String(at), "3000000000")],
    ["exponents, then names", (at) => late(at, "1e5", "x")],
    ["numbers, then letters behind the middle", (at) => (at === 300 ? "x" : at > 250 ? `0${at}` : String(at))],
    ["NA among codes", (at) => ["HA", "NA", "PB1", "PB2"][at % 4] as string],
    ["truth", (at) => late(at, "true", "false")],
  ])("%s", async (_, cell) => {
    await same(rows("id,v,w", count, (at) => `r${at % 37},${cell(at)},${at}`));
    await same(
      rows("id,v,w", count, (at) => `r${at % 37},${cell(at)},${at}`),
      { missing: ["X", "5"] },
    );
    await same(rows("id\tcountry\tw", count, (at) => `r${at}\t"${cell(at)}"\t${at}`, "\r\n"));
  });
  expect(core.finished()).toBe(0);
});

test("a line end in quotes at the middle is no beginning of a record", async () => {
  for (let shift = 0; shift < 40; shift++) {
    const note = (at: number): string => (at % 3 === 0 ? '"seen\nagain, and ""more""\nand"' : "x");
    await same(`${"#".repeat(shift)}id,note,n\n${rows("a,b,1", 60, (at) => `s${at},${note(at)},${at}`)}`);
  }
});

test("what is wrong behind the middle is told with its line", async () => {
  const wrong = (cell: string): string => rows("id,v", 300, (at) => (at === 222 ? `s,${cell}` : `s${at},${at}`));
  expect(await same(wrong("1,2"))).toMatchObject({ reason: "load.row-too-long", params: { line: 224 } });
  expect(await same(wrong('"open'))).toMatchObject({ reason: "load.quote-open" });
  expect(await same(wrong('"a" b'))).toMatchObject({ reason: "load.quote-inside", params: { line: 224 } });
  expect(
    await same(`${rows("id,v", 9000, (at) => `s${at},${at}`)}${rows("s,1", 9000, (at) => (at === 7000 ? "s\0,2" : "s,2"))}`),
  ).toMatchObject({
    reason: "load.zero-byte",
    params: { line: 16_003 },
  });
  await same(wrong("1\n\n"));
  await same(wrong("1\ns"), { ragged: "fill" });
  await same(wrong("1,,"), { ragged: "fill" });
});

test("matrices", async () => {
  const random = seededRandom(3);
  const names = Array.from({ length: 60 }, (_, at) => `S${at}`).join("\t");
  const cell = (at: number, odd: string): string => (at === 170 ? odd : (random() * 9).toFixed(2));
  for (const odd of ["1.5", "NA", "x", "16777217", "-3"])
    for (const whole of [true, false])
      await same(
        rows(`gene\t${names}`, 200, (at) => {
          const cells = Array.from({ length: 60 }, (__, column) =>
            whole ? (column === 7 && at === 170 ? odd : String(at * column)) : column === 7 ? cell(at, odd) : cell(at + 1, "1"),
          );
          return `g${at % 190}\t${cells.join("\t")}`;
        }),
      );
});

test("tables at random, cut where chance has it", async () => {
  const random = seededRandom(11);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] as string;
  const kinds: readonly (() => string)[] = [
    () => String(Math.floor(random() * 1e4)),
    () => (random() < 0.02 ? pick(["NA", "", ".", "-", "x", "007"]) : String(Math.floor(random() * 50))),
    () => (random() * 10).toFixed(3),
    () => pick(["A", "C", "G", "T"]),
    () => `gene${Math.floor(random() * 300)}`,
    () => pick(["", "NA", "plain", '"quoted"', '"a, b"', '"two\nlines"', '"says ""so"""', '"NA"', '"1\n2,3"']),
    () => pick(["true", "false", "TRUE"]),
  ];
  for (let turn = 0; turn < 150; turn++) {
    const width = 2 + Math.floor(random() * 6);
    const columns = Array.from({ length: width }, () => kinds[Math.floor(random() * kinds.length)] as () => string);
    const end = pick(["\n", "\n", "\r\n"]);
    const text = rows(
      columns.map((__, at) => `c${at}`).join(","),
      20 + Math.floor(random() * 300),
      () => columns.map((make) => make().replaceAll("\n", end)).join(","),
      end,
    );
    await same(text, random() < 0.2 ? { missing: ["plain", "7"] } : {});
  }
  expect(core.finished()).toBeGreaterThan(100);
});
