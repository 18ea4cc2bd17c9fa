// A form in the hands of a person.

import { expect, test } from "vitest";
import { nextHeld } from "./held-form.ts";

test("a form that asked for a value stays open when the value is there, until one leaves the cell", () => {
  const steps = [
    { isAskedFor: true, isHere: false },
    { isAskedFor: true, isHere: true },
    // The table was chosen: nothing is lacking any more, and she types on.
    { isAskedFor: false, isHere: true },
    { isAskedFor: false, isHere: true },
    { isAskedFor: false, isHere: false },
    { isAskedFor: false, isHere: true },
  ];
  let held = false;
  const open = steps.map((step) => {
    held = nextHeld({ ...step, held });
    return step.isAskedFor || held;
  });
  expect(open).toEqual([true, true, true, true, false, false]);
});
