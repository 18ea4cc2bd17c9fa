// What a new column says of itself.

import { expect, test } from "vitest";
import { saysStep } from "../../steps.ts";

const says = (name: string, formula: string, locale: "en" | "ru" = "en"): string =>
  saysStep({ verb: "derive", name, formula }, { on: "table", locale });

test("a formula that takes values of a column out is said in words", () => {
  expect(says("dose", "if(is_infinite(dose), missing, dose)")).toBe("makes infinite numbers of dose missing");
  expect(says("dose mg", "if(is_infinite(`dose mg`), missing, `dose mg`)", "ru")).toBe(
    "делает бесконечные числа в dose mg пропусками",
  );
  expect(says("age", "if(age == -9 or age == 999, missing, age)")).toBe("makes -9, 999 in age missing");
});

test("any other is said as it is written", () => {
  expect(says("dose", "if(is_infinite(dose), 0, dose)")).toBe("sets dose to if(is_infinite(dose), 0, dose)");
  expect(says("dose", "if(age > 9, missing, dose)")).toBe("sets dose to if(age > 9, missing, dose)");
  expect(says("high", "dose > 3")).toBe("adds high = dose > 3");
});
