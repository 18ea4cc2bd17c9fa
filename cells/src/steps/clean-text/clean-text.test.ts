// Clean texts: as unicodedata.normalize and " ".join(text.split()) of Python 3.11.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const messy = ["CTRL", " ctrl ", "ctrl\u00a0", "c\u200btrl", "e\u0301t\u00e9", "ﬁn  de\tligne", "  ", null, "x²", "👩‍🔬"];
test("spaces, invisible signs and normal form", async () => {
  const { column, said } = await stepOn(tableOf(textColumn("t", messy)), { verb: "clean-text", columns: ["t"], case: "lower" });
  expect(column("t")).toEqual(["ctrl", "ctrl", "ctrl", "ctrl", "\u00e9t\u00e9", "ﬁn de ligne", null, null, "x²", "👩‍🔬"]);
  expect(said).toEqual(["Step 1: 7 values of t are written differently now; 9 different values became 5."]);
});
test("NFKC writes look-alike signs plainly", async () => {
  const { column } = await stepOn(tableOf(textColumn("t", messy)), {
    verb: "clean-text",
    columns: ["t"],
    form: "NFKC",
    empty: false,
  });
  expect(column("t").slice(5, 9)).toEqual(["fin de ligne", "", null, "x2"]);
});
test("what is switched off is left, and meaning stays", async () => {
  const off = { verb: "clean-text", columns: ["t"], trim: false, spaces: false, form: "keep", empty: false };
  const { column, table } = await stepOn(tableOf(textColumn("t", messy, { semantic: "group" })), off);
  expect(column("t")).toEqual(messy);
  expect(table.columns[0]?.semantic).toBe("group");
});
test("numbers are refused", async () => {
  await expect(stepOn(tableOf(numberColumn("n", [1])), { verb: "clean-text", columns: ["n"] })).rejects.toThrow(
    /n holds no texts/,
  );
});
