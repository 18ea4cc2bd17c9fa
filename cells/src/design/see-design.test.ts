// A design on a sheet: what is said of it in both languages, and that each button does what it says. The mice are GSE96870 (CC BY 4.0).

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { loadText } from "../testing/load-text.ts";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import { seeDesign } from "./see-design.ts";
import { designSpec, emptyDesign, saysDesign, takenOf, withTaken, type DesignSpec } from "./spec.ts";

const letters = (name: string, of: string) =>
  textColumn(
    name,
    [...of].map((letter) => (letter === " " ? null : letter)),
  );
const sheet: Table = tableOf(
  letters("sample", "abcdefghijkl"),
  letters("condition", "cccccctttttt"),
  letters("batch", "111111222222"),
  letters("day", "001122334455"),
  letters("sex", "fmfmfmfmfmfm"),
  letters("cell line", "xyxyyxxyxyyx"),
  letters("lab", "kkkkllllmmmm"),
  letters("drug", "aabbababcccc"),
  letters("gap", "aaa bbb cc c"),
  letters("all", "zzzzzzzzzzzz"),
  letters("odd", "pppppqqqqqqr"),
  letters("donor", "aabbccddeeff"),
  letters("two", "nnnnnnoooooo"),
  integerColumn("run", [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3]),
  numberColumn("age", [31, 45, 28, 60, 33, 39, 51, 47, 44, 36, 58, 29]),
  numberColumn("months", [372, 540, 336, 720, 396, 468, 612, 564, 528, 432, 696, 348]),
  numberColumn("endless", [1, 2, 3, Infinity, 5, 6, 7, 8, 9, 10, 11, 12]),
  booleanColumn("smoker", [true, false, true, true, false, false, true, false, true, true, false, false]),
);
const designOf = (formula: string, more: Partial<DesignSpec> = {}): DesignSpec => ({ ...emptyDesign, formula, ...more });
const names = (design: DesignSpec): readonly string[] | undefined =>
  seeDesign(sheet, design).looked?.matrix?.columns.map(({ name }) => name);

const designs: readonly DesignSpec[] = [
  ...[
    "",
    "condition",
    "y ~ sex",
    "~ sex + factor(run)",
    "~ log(age)",
    "~ .",
    "~ sex +",
    "~ sex & age",
    "~ (sex",
    "~ sex^x",
    "~ 2",
    "~ `sex",
  ],
  ...["~ cell line + sex", "~ sex * cell line"],
  ...[
    "~ Sex",
    "~ nothing_like_it",
    "~ batch + condition",
    "~ day + condition",
    "~ lab + drug",
    "~ condition / day",
    "~ day * sex",
  ],
  ...[
    "~ gap",
    "~ all + sex",
    "~ odd",
    "~ run + sex",
    "~ age + months",
    "~ sex:condition",
    "~ sample",
    "~ 0",
    "~ endless",
    "~ lab * drug",
  ],
  ...["~ condition * batch", "~ sex * `cell line` * condition", "~ smoker + age"],
]
  .map((formula) => designOf(formula))
  .concat(
    designOf("~ gap + sex", { missing: "drop" }),
    designOf("~ condition", { block: "two" }),
    designOf("~ condition", { block: "all" }),
    designOf("~ condition", { block: "sample" }),
    designOf("~ donor", { block: "donor" }),
    designOf("~ condition", { block: "doner" }),
    designOf("~ sex", { columns: [{ column: "sex", as: "number" }] }),
    designOf("~ sex", { columns: [{ column: "sex", reference: "female" }] }),
    designOf("~ age", { columns: [{ column: "age", as: "factor" }] }),
  );

test("a name with a blank is told apart from what cannot be read, and is written between backticks by a click", () => {
  const [only] = seeDesign(sheet, designOf("~ sex + cell line")).said;
  expect(only && sentenceIn(only.sentence, "en")).toContain("`cell line`");
  expect(only?.fixes[0]?.design.formula).toBe("~ sex + `cell line`");
  expect(names(designOf("~ sex + `cell line`"))).toEqual(["(Intercept)", "sexm", "`cell line`y"]);
});

test.each(designs.map((design) => ({ title: JSON.stringify(design), design })))(
  "$title: is said in words, and no button leaves more errors than there were",
  ({ design }) => {
    const { said, looked } = seeDesign(sheet, design);
    if (!looked?.matrix) expect(said.some(({ severity }) => severity === "error")).toBe(true);
    const errors = (of: DesignSpec): number => seeDesign(sheet, of).said.filter(({ severity }) => severity === "error").length;
    for (const { sentence, bare, fixes, severity } of said) {
      expect(saysDesign(bare)).toBe(true);
      for (const locale of locales)
        for (const each of [sentence, bare, ...fixes.map(({ title }) => title)])
          expect(sentenceIn(each, locale)).not.toMatch(/undefined|\[object|\{[\w-]+[|}]|model-design\./);
      for (const fix of fixes) {
        expect(designSpec.parse(fix.design)).toEqual(fix.design);
        expect(fix.design).not.toEqual(design);
        const after = seeDesign(sheet, fix.design);
        const isSaidStill = after.said.some((again) => JSON.stringify(again.sentence) === JSON.stringify(sentence));
        expect(isSaidStill, sentenceIn(sentence, "en")).toBe(false);
        // What stands behind a formula that could not be read is seen only then.
        if (severity === "error" && looked?.matrix) expect(errors(fix.design)).toBeLessThan(errors(design));
      }
    }
  },
);

test("sentences of a confounded design, as they stand on the screen", () => {
  const [first] = seeDesign(sheet, designOf("~ batch + condition")).said;
  expect(first && sentenceIn(first.sentence, "en")).toBe(
    "batch and condition tell the same samples apart (1 = c, 2 = t): what one does cannot be told from what the other does. Keep one of them.",
  );
  expect(first?.fixes.map(({ title, design }) => [sentenceIn(title, "ru"), design.formula])).toEqual([
    ["Убрать condition", "~ batch"],
    ["Убрать batch", "~ condition"],
  ]);
});

test("columns as numbers and groups, and the group that others are compared with", () => {
  expect(names(designOf("~ smoker"))).toEqual(["(Intercept)", "smokerTRUE"]);
  expect(names(designOf("~ run"))).toEqual(["(Intercept)", "run"]);
  expect(names(designOf("~ run", { columns: [{ column: "run", as: "factor" }] }))).toEqual(["(Intercept)", "run2", "run3"]);
  expect(names(designOf("~ lab", { columns: [{ column: "lab", reference: "l" }] }))).toEqual(["(Intercept)", "labk", "labm"]);
  expect(names(designOf("~ `cell line` + sex"))).toEqual(["(Intercept)", "`cell line`y", "sexm"]);
  const once = withTaken(emptyDesign, "run", { as: "factor" });
  const twice = withTaken(once, "run", { reference: "2" });
  expect(takenOf(twice, "run")).toEqual({ column: "run", as: "factor", reference: "2" });
  expect(withTaken(twice, "run", { as: undefined, reference: undefined })).toEqual(emptyDesign);
});

const coldata = "GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv";
test.skipIf(!hasReference(coldata))(
  "of the mice: the day says who was infected, age and strain are the same for all",
  async () => {
    const { out } = await loadText("coldata.csv", readFileSync(referenceFile(coldata)));
    const mice = out as Table;
    const saidOf = (formula: string) =>
      seeDesign(mice, designOf(formula)).said.map(({ severity, sentence }) => [severity, sentenceIn(sentence, "en")]);
    expect(saidOf("~ sex + time")).toEqual([]);
    expect(saidOf("~ sex + infection + time")).toEqual([
      [
        "error",
        "infection follows from time (Day0 = NonInfected, Day4 = InfluenzaA, Day8 = InfluenzaA): each of time has one infection, so the effect of infection cannot be told from that of time. Keep one of them.",
      ],
    ]);
    expect(saidOf("~ sex + strain")).toEqual([
      ["error", "All samples have C57BL/6 in strain: there is nothing to compare. Leave strain out."],
    ]);
    expect(saidOf("~ sample")[0]?.[1]).toContain("nothing is left to tell how samples differ by chance");
  },
);
