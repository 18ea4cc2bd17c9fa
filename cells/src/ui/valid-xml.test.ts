// What a drawing may hold.

import { expect, test } from "vitest";
import { validXml } from "./valid-xml.ts";

test("control letters are shown as such; letters of any script, tabs and line ends stay", () => {
  expect(validXml("<text>a\u0000b\u0007\u001f\uffff</text>")).toBe("<text>a\ufffdb\ufffd\ufffd\ufffd</text>");
  const fine = "<text>ген\tα 基因 \u202eabc 😀\n</text>";
  expect(validXml(fine)).toBe(fine);
});
