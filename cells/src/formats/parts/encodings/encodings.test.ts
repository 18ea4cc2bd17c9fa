// Texts in other encodings than UTF-8: read, and said. The bytes are those of Python's codecs of the same names.

import { describe, expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { cellJson } from "../../../artifacts/table.ts";
import type { Encoding } from "../../../contract/format.ts";
import { inspectFile } from "../../../files/inspect.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { loadText } from "../../../testing/load-text.ts";

/** One byte a letter, by the decoder's own table. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const codes = [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return encoding === "utf-16le" ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    return Uint8Array.from(codes);
  }
  const table = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return Uint8Array.from([...text], (letter) => table.indexOf(letter));
}
const firstCells = async (bytes: Uint8Array, spec = {}) => {
  const { out, logged, failure } = await loadText("x.csv", bytes, { read: "table", ...spec });
  const table = out as Table | null;
  return {
    cells: table?.columns.map((column) => cellJson(column, 0)),
    names: table?.columns.map(({ name }) => name),
    logged,
    failure,
  };
};

describe.each(["utf-16le", "utf-16be"] as const)("%s", (encoding) => {
  const mark = encoding === "utf-16le" ? [0xff, 0xfe] : [0xfe, 0xff];
  test("is read with its mark and without, as Excel's “Unicode text” is", async () => {
    const text = encoded("id\tn\r\nMüller\t1,5\r\nŁódź\t2\r\n", encoding);
    for (const bytes of [Uint8Array.of(...mark, ...text), text]) {
      const { cells, logged } = await firstCells(bytes);
      expect(cells).toEqual(["Müller", 1.5]);
      expect(logged).toMatch(/The file is UTF-16 [LB]E/);
    }
  });
  test("cyrillic letters with their mark", async () => {
    expect((await firstCells(Uint8Array.of(...mark, ...encoded("ген,пол\nXist,ж\n", encoding)))).names).toEqual(["ген", "пол"]);
  });
});

test.each([
  ["windows-1252", "id,note\n1,Müller\n2,café\n", "Müller", null],
  ["windows-1252", "id,note\n1,Größe\n", "Größe", null],
  ["windows-1252", "id,note\n1,Genève\n", "Genève", "Genčve"],
  ["windows-1252", "id,unit\n1,5 µg\n2,37 °C\n", "5 µg", null],
  ["windows-1250", "id,note\n1,Łódź\n2,żółw\n3,gęś\n", "Łódź", null],
  ["windows-1250", "id,note\n1,Příbram\n2,Třeboň\n3,Dvůr\n", "Příbram", "Pøíbram"],
  ["windows-1251", "id,ткань\n1,печень\n2,Лёгкое\n", "печень", "РЙЮМЭ"],
  ["koi8-r", "id,ткань\n1,печень\n2,Лёгкое\n", "печень", "ФЛБОШ"],
  ["ibm866", "id,ткань\n1,печень\n2,Почка\n", "печень", null],
  ["macintosh", "id,note\n1,Müller\n2,café\n3,naïve\n", "Müller", "Mźller"],
] as const)(
  "%s is found, and said with another reading of the same word that may be one",
  async (encoding, text, word, other) => {
    const { cells, logged } = await firstCells(encoded(text, encoding));
    expect(cells?.[1]).toBe(word);
    expect(logged).toContain("is not UTF-8 and is read as");
    expect(/it would say “(.*?)”/.exec(logged)?.[1] ?? null).toBe(other);
  },
);

test("an encoding that is set is obeyed", async () => {
  const bytes = encoded("id,note\n1,Müller\n", "windows-1252");
  expect((await firstCells(bytes, { encoding: "windows-1251" })).cells?.[1]).toBe("Mьller");
  expect((await firstCells(bytes, { encoding: "utf-8" })).failure).toMatchObject({ reason: "load.not-utf8" });
  expect((await firstCells(encoded("id\tn\nA\t1\n", "utf-16le"), { encoding: "utf-16le" })).cells).toEqual(["A", 1]);
  expect(
    (await firstCells(Uint8Array.of(...new TextEncoder().encode("a,b\n1,"), 0xff, 10), { encoding: "gb18030" })).failure,
  ).toMatchObject({
    reason: "load.encoding-wrong",
  });
});

test("the letter that is no UTF-8 may stand far below", async () => {
  const rows = Array.from({ length: 20_000 }, (_, row) => `g${row},plain`).join("\n");
  const bytes = encoded(`id,note\n${rows}\nlast,Müller\n`, "windows-1252");
  const { logged, failure } = await firstCells(bytes);
  expect(failure).toBeNull();
  expect(logged).toMatch(/line 20.002 then says “Müller”/);
});

test("a file of two encodings is refused with its line", async () => {
  const bytes = Uint8Array.of(...new TextEncoder().encode("id,note\n1,Müller\n2,M"), 0xfc, ...new TextEncoder().encode("ller\n"));
  expect((await firstCells(bytes)).failure).toMatchObject({ reason: "load.not-utf8", params: { line: 3 } });
});

test("the card of a file says the same", async () => {
  const found = await inspectFile(bytesAsSource(encoded("id,note\n1,Müller\n", "windows-1252")), "x.csv");
  expect(found.issues.map(({ rule, severity }) => [rule, severity])).toEqual([["encoding-guessed", "warning"]]);
  expect(found.shape).toEqual([1, 2]);
});
