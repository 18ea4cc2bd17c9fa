// The form of a design: what is clicked and what is typed are one formula; what it shows of a sheet, in both languages.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { emptyDesign, type DesignSpec } from "../../design/spec.ts";
import type { Locale } from "../../messages/locale.ts";
import { DesignForm } from "./DesignForm.tsx";
import type { Sheet } from "./use-sheet.ts";

const table = tableOf(
  textColumn("sample", [..."abcdefgh"]),
  textColumn("batch", [..."11112222"]),
  textColumn("condition", [..."cccctttt"]),
  textColumn("cell line", [..."xyxyxyxy"]),
  integerColumn("run", [1, 2, 3, 4, 1, 2, 3, 4]),
);
const shown = (design: Partial<DesignSpec>, locale: Locale = "en", sheet: Sheet = { state: "here", table }): string =>
  renderToStaticMarkup(
    <DesignForm
      design={{ ...emptyDesign, ...design }}
      sheet={sheet}
      doubts={[]}
      otherSamples={false}
      columns={table.columns.map(({ name }) => name)}
      readOnly={false}
      locale={locale}
      onChange={() => undefined}
    />,
  )
    .replaceAll(/<style[^>]*>.*?<\/style>/g, "")
    .replaceAll(/ (?:class|style|id|for|name|aria-labelledby)="[^"]*"/g, "");

test("a typed formula stands as buttons, with references, kinds and the model matrix", () => {
  const html = shown({ formula: "~ condition * `cell line` + run" });
  for (const term of ["condition ×", "`cell line` ×", "run ×", "condition:`cell line` ×"]) expect(html).toContain(term);
  expect(html).toContain("8 samples, 5 coefficients, rank 5, 3 degrees of freedom left");
  expect(html).toContain("conditiont:`cell line`y");
  expect(html).toContain("condition: compared with");
  expect(html).toContain("run as");
  expect(html).toContain("Take run as groups");
  expect(html).toContain('role="region" aria-label="Model matrix"');
});

test("what cannot be told has its buttons, and its column is marked", () => {
  const html = shown({ formula: "~ batch + condition" });
  expect(html).toMatch(/<button[^>]*>Leave condition out<\/button>/);
  expect(html).toMatch(/data-aliased="true" title="cannot be told: it follows from the others">conditiont/);
  expect(shown({ formula: "~ batch + condition" }, "ru")).toMatch(/<button[^>]*>Убрать condition<\/button>/);
});

test("nothing chosen yet, a formula that cannot be read, samples that cannot be seen", () => {
  expect(shown({})).toContain("+ column");
  expect(shown({})).not.toContain("Model matrix");
  expect(shown({ formula: "~ batch +" })).toContain("The formula ends where a column should follow");
  expect(shown({ formula: "~ batch" }, "en", { state: "closed" })).toContain("The samples are not for you to see");
  expect(shown({ formula: "~ batch" }, "en", { state: "closed" })).toContain("batch ×");
});
