import { expect, test } from "vitest";
import { offeredBy } from "./LiveValues.tsx";

test("the columns that readers may turn to are listed, and only numbers where the control takes numbers only", () => {
  const columns = [
    { name: "diagnosis", type: "text" },
    { name: "mean radius", type: "float64" },
    { name: "n", type: "int32" },
  ];
  const source = { type: "table", shape: [3, 3], columns } as never;
  expect(offeredBy({ type: "column", numbersOnly: true }, source)).toEqual(["mean radius", "n"]);
  expect(offeredBy({ type: "column" }, source)).toHaveLength(3);
  expect(offeredBy({ type: "toggle" }, null)).toEqual([true, false]);
  expect(offeredBy({ type: "number" }, null)).toEqual([]);
});
