// The form of a contrast: groups of the design are pressed, other factors are held; where the design is not shown, names are typed.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type ContrastAsks, contrastSpec } from "../../contrasts/spec.ts";
import type { FittedDesignBody } from "../../reports/fitted-design/report.ts";
import { ContrastForm } from "./ContrastForm.tsx";

const design: FittedDesignBody = {
  method: { type: "deseq2" },
  noun: "gene",
  samples: 22,
  block: null,
  formula: "~ sex * time",
  variables: [
    { kind: "factor", name: "sex", levels: ["Female", "Male"] },
    { kind: "factor", name: "time", levels: ["Day0", "Day8"] },
  ],
  coefficients: ["(Intercept)", "sexMale", "timeDay8", "sexMale:timeDay8"],
  cells: [],
  facts: {},
  doubts: [],
};
const shown = (asks: Partial<ContrastAsks>, of: FittedDesignBody | null = design, locale: "en" | "ru" = "en"): string =>
  renderToStaticMarkup(
    <ContrastForm
      place={0}
      contrast={contrastSpec.parse({ asks })}
      design={of}
      readOnly={false}
      locale={locale}
      onChange={() => undefined}
      onRemove={() => undefined}
    />,
  )
    .replaceAll(/<style[^>]*>.*?<\/style>/g, "")
    .replaceAll(/ (?:class|style|id|for|name|aria-labelledby)="[^"]*"/g, "");
const groups = { by: "groups", factor: "time", of: ["Day8"], against: ["Day0"] } as const;

test("groups are pressed or not, and what is compared names the contrast", () => {
  const html = shown({ ...groups, of: ["Day8"], against: ["Day0"] });
  expect(html.match(/aria-pressed="true"[^>]*>(Day\d)/g)?.map((each) => each.slice(-4))).toEqual(["Day8", "Day0"]);
  expect(html).toContain('placeholder="Day8 against Day0"');
  expect(html).toContain("Within sex");
  // What is taken away is asked for once another factor is held.
  expect(html).not.toContain("Less the same within sex");
  const within = shown({ ...groups, of: ["Day8"], against: ["Day0"], within: [{ factor: "sex", level: "Male" }] });
  expect(within).toContain("Less the same within sex");
  expect(shown({ ...groups, of: ["Day8"], against: ["Day0"] }, design, "ru")).toContain("При sex");
});

test("coefficients have a field each", () => {
  const html = shown({ by: "coefficients", weights: [{ coefficient: "timeDay8", by: -0.5 }] });
  for (const name of design.coefficients) expect(html).toContain(`>${name}</label>`);
  expect(html).toContain('value="-0.5"');
});

test("terms of the formula are pressed", () => {
  const html = shown({ by: "terms", without: ["sex:time"] });
  expect(html.match(/aria-pressed="true"[^>]*>([^<]*)/)?.[1]).toBe("sex:time");
  expect(html).toContain('placeholder="any effect of sex:time"');
});

test("where the design is not shown its names are typed", () => {
  const html = shown({ ...groups, of: ["Day8", "Day4"], against: [] }, null);
  expect(html).toContain('value="time"');
  expect(html).toContain('value="Day8, Day4"');
  expect(html).toContain('placeholder="names, with commas"');
  expect(shown({ by: "coefficients", weights: [{ coefficient: "timeDay8", by: 1 }] }, null)).toContain('value="timeDay8: 1"');
});
