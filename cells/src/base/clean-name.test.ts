import { describe, expect, test } from "vitest";
import { cleanFileName, cleanName } from "./clean-name.ts";

describe("a file is called what one sees (A-1b)", () => {
  test.each([
    ["an end written before the end", "invoice\u202efdp.exe", "invoicefdp.exe"],
    ["isolates and marks of direction", "\u2066a\u2069\u200e\u200f\u061c.csv", "a.csv"],
    ["line ends and tabs", "a\r\nSet-Cookie: x\tb.csv", "a  Set-Cookie: x b.csv"],
    ["separators of lines and paragraphs", "a\u2028b\u2029c\u0085d.csv", "a b c d.csv"],
    ["an escape to the terminal", "\u001b[31mred\u001b[0m.csv", "[31mred[0m.csv"],
    ["controls of the second block", "a\u009b31m.csv", "a31m.csv"],
    ["blanks of no width", "co\u200bun\u2060ts\ufeff.csv", "counts.csv"],
    ["soft hyphens and fillers", "co\u00adunts\u3164\u115f.csv", "counts.csv"],
    ["letters that are tags", "a\u{e0041}\u{e007f}.csv", "a.csv"],
    ["halves of characters", "a\ud83d.csv", "a\ufffd.csv"],
    ["a blank where it was cut", `${"x".repeat(254)} y`, "x".repeat(254)],
  ])("%s", (_title, name, seen) => expect(cleanName(name)).toBe(seen));

  test.each([
    "counts v2 (final).csv",
    "a..b.csv",
    "наборы-данных.tsv",
    "e\u0301tude.csv".normalize("NFC"),
    "می\u200cخواهم.csv",
    "क्\u200dष.csv",
    "👩\u200d🔬.csv",
    "❤\ufe0f.csv",
    "ملف.csv",
    "Ω_10µM.csv",
  ])("%s stays", (name) => expect(cleanName(name)).toBe(name));

  test.each(["\u200b", "\u202e\u0007", "\u3164\u115f", "\u2800 \u2800", "\u0301", " \u00a0\u3000"])(
    "of what is not seen nothing is left (%#)",
    (name) => expect(cleanName(name)).toBe(""),
  );

  test("joiners that join nothing go", () => expect(cleanName("a\u200d.csv\u200c")).toBe("a.csv"));

  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\data\\counts.csv", "counts.csv"],
    ["..", ""],
    ["../..", ""],
    ["\u200b..\u200b", ""],
    ["", ""],
    ["x".repeat(300), "x".repeat(255)],
    [`${"x".repeat(254)}😀`, "x".repeat(254)],
    [`${"x".repeat(300)}.tsv.gz`, `${"x".repeat(248)}.tsv.gz`],
    [`${"x".repeat(247)}😀.tsv.gz`, `${"x".repeat(247)}.tsv.gz`],
    [`a.${"x".repeat(300)}`, `a.${"x".repeat(253)}`],
  ])("of the path %j stays %j", (path, name) => expect(cleanFileName(path)).toBe(name));
});
