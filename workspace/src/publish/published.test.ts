// What stands in the place of the button after publishing.

import { expect, test } from "vitest";
import { isWithdrawn } from "./Published.tsx";

test("a version that was withdrawn is not told as published any more", () => {
  const made = { version: 2, url: "/p/pub_2" };
  expect(isWithdrawn(made, [])).toBe(false);
  expect(
    isWithdrawn(made, [
      { version: 1, withdrawnAt: 5 },
      { version: 2, withdrawnAt: null },
    ]),
  ).toBe(false);
  expect(isWithdrawn(made, [{ version: 2, withdrawnAt: 5 }])).toBe(true);
});
