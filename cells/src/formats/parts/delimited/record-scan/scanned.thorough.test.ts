// What the program takes of a file is what the parsers take themselves: every text is read with it, in one piece and in several, and
// without it, and tables, findings and refusals are the same.

import { describe, expect, test, vi } from "vitest";
import { digestOfArtifact } from "../../../../artifacts/digest-of-artifact.ts";
import { FailureError } from "../../../../base/failure.ts";
import { seededRandom } from "../../../../stats/seeded-random.ts";
import { type ReadDelimitedOptions, readDelimited } from "../read-delimited.ts";
import { RecordScan } from "./record-scan.ts";

async function seen(bytes: Uint8Array, size: number, options: ReadDelimitedOptions): Promise<unknown> {
  const chunks = async function* (): AsyncIterable<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
  };
  try {
    const { content, lineOf, layout: _, ...said } = await readDelimited({ open: chunks, fraction: () => null }, options);
    if (content.shape === "matrix") {
      const ids = [...content.ids.codes].map((code) => content.ids.texts[code]);
      return { ...said, ...content, ids, data: [...content.data] };
    }
    const { table } = content;
    const lines = Array.from({ length: 20 }, (__, at) => lineOf(Math.floor((table.rowCount * at) / 20)));
    return { ...said, types: table.columns.map(({ type }) => type), table: digestOfArtifact(table), lines };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return error.failure;
  }
}

/** Less is read before it would be begun. */
const least = 40_000;

async function bySelf(bytes: Uint8Array, options: ReadDelimitedOptions): Promise<unknown> {
  const take = vi.spyOn(RecordScan, "take").mockReturnValue(null);
  try {
    return await seen(bytes, 1 << 20, options);
  } finally {
    take.mockRestore();
  }
}

async function scanned(bytes: Uint8Array, size: number, options: ReadDelimitedOptions): Promise<unknown> {
  const take = vi.spyOn(RecordScan.prototype, "table");
  const takeRow = vi.spyOn(RecordScan.prototype, "rowOfNumbers");
  try {
    const found = await seen(bytes, size, options);
    expect(take.mock.calls.length + takeRow.mock.calls.length).toBeGreaterThan(0);
    return found;
  } finally {
    take.mockRestore();
    takeRow.mockRestore();
  }
}

async function same(text: string | Uint8Array, options: ReadDelimitedOptions = {}): Promise<unknown> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  expect(bytes.length).toBeGreaterThan(least);
  const expected = await bySelf(bytes, options);
  expect(await scanned(bytes, 1 << 20, options)).toEqual(expected);
  // Records that go on beyond a piece.
  expect(await scanned(bytes, 33_333, options)).toEqual(expected);
  return expected;
}

const filled = (header: string, end: string, row: (at: number) => string): string => {
  let text = header + end;
  for (let at = 0; text.length < least + 40_000; at++) text += row(at) + end;
  return text;
};

const cells: readonly (readonly [string, (at: number) => string])[] = [
  ["whole numbers", (at) => String((at * 7919) % 100_003)],
  ["negative numbers", (at) => String(-at)],
  ["numbers at the end of 32 bits", (at) => ["2147483647", "-2147483647", "0", "7"][at % 4] as string],
  ["numbers beyond 32 bits", (at) => (at === 500 ? "2147483648" : String(at))],
  ["the least of 32 bits", (at) => (at === 500 ? "-2147483648" : String(at))],
  ["minus nothing", (at) => (at === 700 ? "-0" : "1")],
  ["whole numbers of sixteen digits and more", (at) => `${9007199254740000 + at}`],
  ["one that a double does not hold", (at) => (at === 600 ? "9007199254740993" : "1.5")],
  ["fractions", (at) => (at / 7).toFixed(4)],
  ["fractions of many digits", (at) => (Math.sin(at) * 1e-5).toFixed(18)],
  ["fractions as they are printed", (at) => String(Math.sqrt(at + 0.1))],
  ["exponents", (at) => `${(at % 9) + 1}.5e-${at % 30}`],
  ["exponents with a sign", (at) => `${(at % 9) + 1}E+${at % 12}`],
  ["exponents that may be names", (at) => `${(at % 9) + 1}E${at % 12}`],
  ["exponents out of range", (at) => (at === 400 ? "1e-400" : "2.5")],
  ["an exponent without digits", (at) => (at === 400 ? "1.5e" : "2.5")],
  ["points without digits", (at) => ["1.", ".5", "2.5"][at % 3] as string],
  ["leading zeros", (at) => `00${at}`],
  ["a plus", (at) => `+${at}`],
  ["missing among numbers", (at) => (at % 5 === 0 ? "NA" : at % 7 === 0 ? "" : String(at))],
  ["nothing at all", () => ""],
  ["nothing, then numbers", (at) => (at < 600 ? "" : String(at))],
  ["points, then texts", (at) => (at < 600 ? "." : "x")],
  ["texts of few letters", (at) => ["A", "C", "GT", "", "TTA"][at % 5] as string],
  ["texts of 15 to 34 letters", (at) => "abcdefghijklmnopqrstuvwxyzabcdefgh".slice(0, 15 + (at % 20))],
  ["texts that differ behind their 16th letter", (at) => `chromosome_number_${at % 300}`],
  ["texts that differ behind their 32nd letter", (at) => `a text of more than thirty-two letters, ${at % 200}`.replace(",", "")],
  ["distinct texts", (at) => `s${at}`],
  ["texts in the order in which they came", (at) => `gene${at % 250}`],
  ["letters of several bytes", (at) => ["µg", "Zürich", "α-tubulin", "日本"][at % 4] as string],
  ["truth", (at) => (at % 3 === 0 ? "TRUE" : "FALSE")],
  ["quotes around all", (at) => `"name ${at % 40}"`],
  ["quotes around numbers", (at) => `"${at}"`],
  ["quotes around some", (at) => (at % 4 === 0 ? '"a, b"' : "c")],
  ["doubled quotes", (at) => (at % 3 === 0 ? `"said ""so"" ${at % 9}"` : "plain")],
  ["nothing but doubled quotes", (at) => (at % 3 === 0 ? '""""' : '"x"')],
  ["line ends in quotes", (at) => (at % 6 === 0 ? '"one\ntwo"' : "one")],
  ["line ends and delimiters in quotes", (at) => (at % 90 === 0 ? '"one,\ntwo"' : "one")],
  ["words for missing cells in quotes", (at) => (at % 5 === 0 ? '"NA"' : "name")],
  ["empty quotes", (at) => (at % 5 === 0 ? '""' : "name")],
  ["blanks before quotes", (at) => (at % 5 === 0 ? '  "a"' : "b")],
  ["blanks around numbers", (at) => (at % 9 === 0 ? ` ${at}` : String(at))],
  ["blanks around texts", (at) => (at % 9 === 0 ? " a" : "b ")],
  ["quotes inside of texts", (at) => `5" ${at % 3}`],
  ["texts late", (at) => (at === 900 ? "n.d." : String(at))],
  ["numbers late", (at) => (at > 900 ? String(at) : "x")],
];

describe.each(cells)("%s", (_, cell) => {
  test.each(["\n", "\r\n"])("with %j", async (end) => {
    await same(filled("id,v,n", end, (at) => `r${at % 77},${cell(at).replaceAll("\n", end)},${at}`));
    await same(filled("v\tid", end, (at) => `${cell(at).replaceAll(",", ";").replaceAll("\n", end)}\tr${at}`));
  });
  test("as the last field, and with words of its own for missing cells", async () => {
    const text = filled("id,n,v", "\n", (at) => `r${at},${at % 50},${cell(at)}`);
    await same(text);
    await same(text, { missing: ["x", "A", "7"] });
  });
});

describe("records that are none of the plain", () => {
  const plain = (at: number): string => `s${at % 99},${at},${(at / 3).toFixed(2)}`;
  const at700 = (odd: string) => filled("a,b,c", "\n", (at) => (at === 700 ? odd : plain(at)));
  test.each<readonly [string, string, ReadDelimitedOptions]>([
    ["too short", "s,1", {}],
    ["too short, filled", "s,1", { ragged: "fill" }],
    ["too long", "s,1,2,3", {}],
    ["empty fields too many", "s,1,2,,,", { ragged: "fill" }],
    ["an empty line", "", {}],
    ["two carriage returns", "s,1,2\r\r", {}],
    ["an open quote", '"s,1,2', {}],
    ["letters behind a quote", '"s" t,1,2', {}],
    ["quotes that are letters", '"s,1,2', { quotes: "none" }],
  ])("%s", async (__, odd, options) => {
    await same(at700(odd), options);
  });

  test.each([
    ["in a field", "s\rt,1,2"],
    ["for a line end", "s,1,2\rs,1,2"],
  ])("a carriage return %s ends it: the piece that holds one is not scanned", async (__, odd) => {
    const bytes = new TextEncoder().encode(at700(odd));
    const expected = await bySelf(bytes, {});
    expect(expected).toMatchObject({ reason: "load.line-ends-mixed" });
    for (const size of [1 << 20, 33_333]) expect(await seen(bytes, size, {})).toEqual(expected);
  });

  test("bytes that are no UTF-8", async () => {
    const bytes = new TextEncoder().encode(at700("zzzz,1,2"));
    bytes[bytes.indexOf(122)] = 0xff;
    expect(await same(bytes)).toMatchObject({ reason: "load.not-utf8" });
  });

  test("a file without a line end at its end", async () => {
    await same(at700("s,1,2").trimEnd());
    await same(`${at700("s,1,2")}"last",1,`);
  });
});

test("matrices", async () => {
  const random = seededRandom(3);
  const names = Array.from({ length: 60 }, (_, at) => `S${at}`).join("\t");
  for (const odd of ["1.5", "NA", "", "x", "16777217", "16777216", "-3", "-0", "1e3", "1e-3", " 4", '"5"', "007", "1\t2", "1.0"])
    for (const whole of [true, false])
      for (const end of ["\n", "\r\n"])
        await same(
          filled(`gene\t${names}`, end, (at) => {
            const cell = (): string => (whole ? String(Math.floor(random() * 500)) : (random() * 16 - 2).toFixed(3));
            const row = Array.from({ length: 60 }, (__, column) => (column === 7 && at === 90 ? odd : cell()));
            return `g${at % 190}\t${row.join("\t")}`;
          }),
          { matrix: odd === "16777216" ? "matrix" : "auto" },
        );
});

test("tables at random", async () => {
  const random = seededRandom(12);
  for (let turn = 0; turn < 60; turn++) {
    const width = 2 + Math.floor(random() * 8);
    const columns = Array.from(
      { length: width },
      () => (cells[Math.floor(random() * cells.length)] as (typeof cells)[number])[1],
    );
    const mixed = columns.map((make) => {
      const other = (cells[Math.floor(random() * cells.length)] as (typeof cells)[number])[1];
      const share = random() < 0.3 ? 0.01 : 0;
      return (at: number): string => (random() < share ? other(at) : make(at));
    });
    const end = random() < 0.3 ? "\r\n" : "\n";
    await same(
      filled(columns.map((_, at) => `c${at}`).join(","), end, (at) =>
        mixed.map((make) => make(at).replaceAll("\n", end)).join(","),
      ),
    );
  }
});

test("distinct texts beyond the room for them, and records beyond that for bytes", async () => {
  const distinct = new TextEncoder().encode(
    `id,text,n\n${Array.from({ length: 600_000 }, (_, at) => `identifier-${at},a text that is distinct for row ${at},${at}\n`).join("")}`,
  );
  const { content } = await readDelimited({
    open: async function* () {
      for (let at = 0; at < distinct.length; at += 1 << 20) yield distinct.slice(at, at + (1 << 20));
    },
    fraction: () => null,
  });
  if (content.shape !== "table") throw new Error("a table was expected");
  const [id, text, n] = content.table.columns;
  if (id?.type !== "text" || text?.type !== "text" || n?.type !== "int32") throw new Error("texts and numbers were expected");
  for (const row of [0, 1, 9999, 123_456, 399_999, 599_999]) {
    expect(id.dictionary[id.codes[row] as number]).toBe(`identifier-${row}`);
    expect(text.dictionary[text.codes[row] as number]).toBe(`a text that is distinct for row ${row}`);
    expect(n.values[row]).toBe(row);
  }
  const long = "x".repeat(9 << 20);
  const records = new TextEncoder().encode(`id,text\n${"a,b\n".repeat(20_000)}c,"${long}"\n${"d,e\n".repeat(20_000)}`);
  const read = await readDelimited({
    open: async function* () {
      for (let at = 0; at < records.length; at += 1 << 20) yield records.slice(at, at + (1 << 20));
    },
    fraction: () => null,
  });
  if (read.content.shape !== "table") throw new Error("a table was expected");
  expect(read.content.table.rowCount).toBe(40_001);
  const texts = read.content.table.columns[1];
  expect(texts?.type === "text" && texts.dictionary.map(({ length }) => length)).toEqual([1, 9 << 20, 1]);
});
