// Line ends of every system give the same cells, letter for letter, wherever the bytes are cut; a file of two systems is
// refused with its line. (mholt/PapaParse#43, WarrenWilkinson/read-csv#7: lines that end with CR alone.)

import { describe, expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Json } from "../../../base/json.ts";
import { ColumnsInProgress } from "./columns-in-progress.ts";
import { hasForeignLineEnds, lineEndOf } from "./line-ends.ts";
import { MatrixParser } from "./matrix-parser.ts";
import { type DelimitedFile, readDelimited, type ReadDelimitedOptions } from "./read-delimited.ts";
import { sniffDelimited } from "./sniff-delimited.ts";
import { TableParser } from "./table-parser.ts";

const encoder = new TextEncoder();

function read(pieces: readonly Uint8Array[], options: ReadDelimitedOptions): Promise<DelimitedFile> {
  return readDelimited(
    {
      open: async function* () {
        yield* pieces;
      },
      fraction: () => null,
    },
    options,
  );
}

function rowsOf({ content }: DelimitedFile): Json[][] {
  if (content.shape === "matrix") {
    return Array.from(content.ids.codes, (code, row) => [
      content.ids.texts[code] as string,
      ...content.data.slice(row * content.names.length, (row + 1) * content.names.length),
    ]);
  }
  const { columns, rowCount } = content.table;
  return Array.from({ length: rowCount }, (_, row) => columns.map((column) => cellJson(column, row)));
}

/** More than the beginning that is read before the layout is decided, so that what follows is parsed in pieces as they come. */
const long = 70_000;

/** What the parsers make of pieces as they come: the reader joins those of the beginning before it parses. */
function parsed(bytes: Uint8Array, cuts: readonly number[], matrix: boolean): Json[][] {
  const layout = sniffDelimited(bytes, true, { header: true });
  if (!layout) throw new Error("no lines");
  const parsing = {
    ...layout,
    delimiter: layout.delimiter.charCodeAt(0),
    columns: layout.names.length,
    fill: false,
    quotes: true,
  };
  const feed = (parser: TableParser | MatrixParser): void => {
    let from = layout.dataStart;
    for (const cut of cuts) {
      if (cut <= from) continue;
      parser.push(bytes.subarray(from, cut));
      from = cut;
    }
    parser.push(bytes.subarray(from));
    parser.finish();
  };
  if (matrix) {
    const parser = new MatrixParser(parsing, (rows) => rows * 2);
    feed(parser);
    const width = layout.names.length - 1;
    const { codes, texts } = parser.takeIds();
    const data = parser.takeData();
    return Array.from(codes, (code, row) => [texts[code] as string, ...data.slice(row * width, (row + 1) * width)]);
  }
  const columns = new ColumnsInProgress(parsing.columns);
  const parser = new TableParser(parsing, columns, (rows) => rows * 2);
  feed(parser);
  columns.settle(parser.rows);
  const taken = layout.names.map((name, at) => columns.take(at, name, parser.rows, parser.lineOf));
  return Array.from({ length: parser.rows }, (_, row) => taken.map((column) => cellJson(column, row)));
}

/** The rows of a file however it is cut: whole, byte by byte, in two and in three at every byte. */
async function everyCut(text: string, expected: readonly Json[][], options: ReadDelimitedOptions = {}): Promise<void> {
  const bytes = encoder.encode(text);
  expect(rowsOf(await read([bytes], { header: true, ...options }))).toEqual(expected);
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  expect(rowsOf(await read(pieces, { header: true, ...options }))).toEqual(expected);
  const isMatrix = options.matrix === "matrix";
  expect(parsed(bytes, [...bytes.keys()], isMatrix)).toEqual(expected);
  for (let cut = 1; cut < bytes.length; cut++) {
    expect(parsed(bytes, [cut], isMatrix)).toEqual(expected);
    expect(parsed(bytes, [cut, cut + 1], isMatrix)).toEqual(expected);
  }
}

/** The same, with the rows `before` so often in front that the cuts lie behind the beginning. */
async function everyLateCut(
  head: string,
  before: string,
  tail: string,
  expected: readonly Json[][],
  options = {},
): Promise<void> {
  const first = encoder.encode(head + before.repeat(Math.ceil(long / before.length)));
  const bytes = encoder.encode(tail);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const pieces = [first, bytes.subarray(0, cut), bytes.subarray(cut)];
    const rows = rowsOf(await read(pieces, { header: true, ...options }));
    expect(rows.slice(-expected.length)).toEqual(expected);
    expect(rows).toHaveLength(Math.ceil(long / before.length) + expected.length);
  }
}

async function refusal(text: string, options: ReadDelimitedOptions = {}) {
  try {
    await read([encoder.encode(text)], { header: true, ...options });
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error("expected a failure");
}

const ends = [
  ["CR", "\r"],
  ["LF", "\n"],
  ["CR LF", "\r\n"],
  ["CR CR LF", "\r\r\n"],
] as const;

describe.each(ends)("lines that end with %s", (_name, end) => {
  const lines = (...texts: string[]): string => texts.join(end) + end;
  const unended = (...texts: string[]): string => texts.join(end);

  test.each([lines, unended])("numbers last (sheet of samples)", (written) =>
    everyCut(written("sample,sex,count", "Sample1,F,10", "Sample2,M,20", "Sample3,F,-30.5"), [
      ["Sample1", "F", 10],
      ["Sample2", "M", 20],
      ["Sample3", "F", -30.5],
    ]),
  );
  test.each([lines, unended])("numbers only, the first an id", (written) =>
    everyCut(written("entrez\tc1\tc2", "7157\t10\t20", "4609\t5\t6e-3", "1956\t7\t8"), [
      [7157, 10, 20],
      [4609, 5, 6e-3],
      [1956, 7, 8],
    ]),
  );
  test.each([lines, unended])("quoted texts last", (written) =>
    everyCut(written("id,n,t", 'Alpha,1,"x"', 'Beta,2,"y ""z"""', 'Gamma,3,"z"', 'Delta,4,"w, v"'), [
      ["Alpha", 1, "x"],
      ["Beta", 2, 'y "z"'],
      ["Gamma", 3, "z"],
      ["Delta", 4, "w, v"],
    ]),
  );
  test.each([lines, unended])("missing cells and texts last", (written) =>
    everyCut(written("a,b,c", "x,1,NA", "y,2,n.d.", "z,,é", "w,,"), [
      ["x", 1, null],
      ["y", 2, "n.d."],
      ["z", null, "é"],
      ["w", null, null],
    ]),
  );
  test("line ends of every kind inside quotes stay letter for letter", async () => {
    await everyCut(lines("a,b,c", `"Once upon\ra time",1,"x\ny"`, `"two\r\nlines",2,"\r"`, `"\n\r\n",3,"z"`), [
      ["Once upon\ra time", 1, "x\ny"],
      ["two\r\nlines", 2, "\r"],
      ["\n\r\n", 3, "z"],
    ]);
  });
  test("a name in quotes with a line break inside, as Excel for Mac writes it, does not say how lines end", () =>
    everyCut(lines('id,"age\n(years)"', "a,3", "b,4"), [
      ["a", 3],
      ["b", 4],
    ]));
  test("empty lines, comments, and a first line that is one", () =>
    everyCut(lines("", '# made by "x', "", "a,b", "1,x", "", "2,y", ""), [
      [1, "x"],
      [2, "y"],
    ]));
  test("far behind the beginning", async () => {
    await everyLateCut(
      lines("a,b"),
      lines("g,1"),
      lines("TP53,5", '"BR\nCA\r1",7', "EGFR,9"),
      [
        ["TP53", 5],
        ["BR\nCA\r1", 7],
        ["EGFR", 9],
      ],
      { matrix: "table" },
    );
    await everyLateCut(
      lines("a,n,b"),
      lines('g,1,"x"'),
      lines("TP53,5,a", 'BRCA1,7,"b"', "EGFR,9,c"),
      [
        ["TP53", 5, "a"],
        ["BRCA1", 7, "b"],
        ["EGFR", 9, "c"],
      ],
      { matrix: "table" },
    );
  });
  test("a matrix", async () => {
    const rows = [
      ["TP53", 1, 2.5],
      ["4609", 30, 0],
      ["EGFR", Number.NaN, 7],
    ];
    await everyCut(lines("gene,s1,s2", "TP53,1,2.5", '"4609",30,0', "", "EGFR,NA,7"), rows, { matrix: "matrix" });
    await everyLateCut(lines("gene,s1,s2"), lines("g,1,2"), lines("TP53,1,2.5", '"4609",30,0', "", "EGFR,NA,7"), rows, {
      matrix: "matrix",
    });
  });
  test("the line of a short row is told", async () => {
    expect(await refusal(lines("a,b,c", "1,2,3", "", "4,5,6", "7,8", "9,1,2"))).toMatchObject({
      reason: "load.rows-unequal",
      params: { line: 5 },
    });
  });
});

describe("line ends of several systems", () => {
  test("LF and CR LF in turn", () =>
    everyCut("a,b\r\n1,x\n2,y\r\n3,z\n", [
      [1, "x"],
      [2, "y"],
      [3, "z"],
    ]));
  test("CR, later CR LF", async () => {
    await everyCut('a,b\r1,x\r2,"y"\r\n3,4\r\n\r\n5,z', [
      [1, "x"],
      [2, "y"],
      [3, "4"],
      [5, "z"],
    ]);
    await everyCut(
      "gene,s1\rg1,1\rg2,2\r\ng3,3\r\n",
      [
        ["g1", 1],
        ["g2", 2],
        ["g3", 3],
      ],
      { matrix: "matrix" },
    );
  });
  const much = "g,1,x\n".repeat(20_000);
  const macs = "g,1,x\r".repeat(20_000);
  test.each([
    ["at the end of a number", "a,b\n1,2\r3,4\n5,6\n", 2],
    ["in a text", "a,b\n1,x\r3,4\n5,6\n", 2],
    ["before a delimiter", "a,b\n1,2\n3\r,4\n", 3],
    ["before a number", "a,b\n1,2\n3,\r4\n", 3],
    ["behind a quote", 'a,b\n"x",1\n"y"\r"z",2\n', 3],
    ["LF in lines that end with CR", "a,b\r1,2\r3,x\ny,4\r", 3],
    ["LF behind a quote in lines that end with CR", 'a,b\r1,"x"\r3,"y"\n5,"z"\r', 3],
    ["far behind the beginning, in a text", `a,b,c\n${much}g,1,x\rg,2,y\n`, 20_002],
    ["far behind the beginning, in a number", `a,b,c\n${much}g,1\r,y\n`, 20_002],
    ["far behind the beginning, behind a quote", `a,b,c\n${much}g,1,"y"\rg,2,x\n`, 20_002],
    ["far behind the beginning, in lines that end with CR", `a,b,c\r${macs}g,1,x\ng,2,y\r`, 20_002],
  ])("are refused with their line: %s", async (_title, text, line) => {
    expect(await refusal(text, { matrix: "table" })).toMatchObject({ reason: "load.line-ends-mixed", params: { line } });
    expect(await refusal(text, { matrix: "matrix" })).toMatchObject({ reason: "load.line-ends-mixed", params: { line } });
  });
  test("in a matrix, too", async () => {
    const body = "g,1,2\n".repeat(20_000);
    for (const row of ["a\rb,1,2", "a,1\r,2", "a,1,\r2"]) {
      expect(await refusal(`id,s,t\n${body}${row}\n`, { matrix: "matrix" })).toMatchObject({
        reason: "load.line-ends-mixed",
        params: { line: 20_002 },
      });
    }
  });
});

test.each([
  ["a,b\n", 10],
  ["a,b\r\n", 10],
  ["a,b\r", 13],
  ["a,b", 10],
  ['"a\nb",c\r1,2\r', 13],
  ['x,"a\rb",c\n1,2\n', 10],
  ['x,"a ""\n"" b"\r1,2\r', 13],
  ['size 5",b\r1,"2\n3"\r', 13],
  ["\r\r\na\n", 10],
])("how lines end is told by the first that ends outside quotes: %j", (text, expected) => {
  expect(lineEndOf(encoder.encode(text), [44])).toBe(expected);
});

test("a lone carriage return is found wherever it stands, in short lines and in long ones", () => {
  for (const width of [0, 1, 2, 3, 5, 8, 30, 79, 200]) {
    const line = `${"x".repeat(width)}\r\n`;
    const good = encoder.encode(line.repeat(6));
    for (let from = 0; from < good.length; from++) {
      expect(hasForeignLineEnds(good, from, good.length, 10)).toBe(false);
      // Cut off between its bytes, the last line end may still be whole.
      expect(hasForeignLineEnds(good, from, good.length - 1, 10)).toBe(false);
    }
    for (let at = 0; at + 1 < good.length; at++) {
      const bytes = good.slice();
      if (bytes[at + 1] === 10 || bytes[at] === 10) continue;
      bytes[at] = 13;
      const lone = bytes[at + 1] !== 13;
      for (const from of [0, 1, 2, 3]) expect(hasForeignLineEnds(bytes, from, bytes.length, 10)).toBe(lone && from <= at);
    }
  }
});
