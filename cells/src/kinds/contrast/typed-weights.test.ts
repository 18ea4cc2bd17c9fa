// Weights as they are typed.

import { expect, test } from "vitest";
import { textOfWeights, weightsOfText } from "./typed-weights.ts";

test("names keep their colons, a weight that is left out is 1, and what is written is read again", () => {
  const weights = [
    { coefficient: "timeDay8", by: 1 },
    { coefficient: "sexM:timeDay8", by: -0.5 },
  ];
  expect(weightsOfText(textOfWeights(weights))).toEqual(weights);
  expect(weightsOfText("sexM:timeDay8, timeDay4: −1,,")).toEqual([
    { coefficient: "sexM:timeDay8", by: 1 },
    { coefficient: "timeDay4", by: -1 },
  ]);
});
