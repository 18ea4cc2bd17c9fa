import { describe, expect, test } from "vitest";
import { wordsAsText, wordsOfText } from "./missing-field.ts";

describe("words for missing cells in one field", () => {
  test.each([
    ["ND, -999", ["ND", "-999"]],
    ['"<0,5", ND', ["<0,5", "ND"]],
    ['ND,"a ""b"""', ["ND", 'a "b"']],
    ['" ", -', [" ", "-"]],
    ["n.d.,, n.d. ,", ["n.d."]],
    ['5"', ['5"']],
    ['"open, x', ['"open', "x"]],
    ["", null],
    [" , ", null],
  ])("%s", (text, words) => expect(wordsOfText(text)).toEqual(words));

  test("what was read is written so that it is read again", () => {
    for (const words of [["<0,5", "ND"], ['a"b', " x", "NA"], [","], ['"q"', "1,5", "-"]])
      expect(wordsOfText(wordsAsText(words))).toEqual(words);
  });
});
