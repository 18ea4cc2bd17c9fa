import { expect, test } from "vitest";
import { valuesInAddress, valuesOfAddress } from "./values-in-address.ts";

const parameters = [
  { tile: "t1", value: "mean radius", values: ["mean radius", "mean area", "10"] },
  { tile: "t2", value: 5, values: [5, 10] },
];

test("the address of a reader's page holds what she turned, and opens with it", () => {
  for (const values of [
    { t1: "mean area", t2: 5 },
    { t1: "10", t2: 10 },
    { t1: "mean radius", t2: 5 },
  ])
    expect(valuesOfAddress(parameters, valuesInAddress(parameters, values))).toEqual(values);
  expect(valuesInAddress(parameters, { t1: "mean area", t2: 5 })).toBe("?t1=mean+area");
  expect(valuesInAddress(parameters, { t1: "mean radius", t2: 5 })).toBe("");
});

test("a value that was not published is not asked for", () => {
  expect(valuesOfAddress(parameters, "?t1=weight&t2=7&t3=x")).toEqual({ t1: "mean radius", t2: 5 });
});
