// The two languages of the screen.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { chooseLocale, say, words } from "./words.ts";

const slots = (template: string): string[] =>
  [...new Set([...template.matchAll(/\{([\w-]+)/g)].map((match) => match[1] as string))].sort();

test("Russian says all that English says, with the same names and numbers in it", () => {
  expect(Object.keys(words.ru).sort()).toEqual(Object.keys(words.en).sort());
  for (const [key, template] of Object.entries(words.en)) {
    expect(words.ru[key as keyof typeof words.ru].trim(), key).not.toBe("");
    expect(slots(words.ru[key as keyof typeof words.ru]), key).toEqual(slots(template));
  }
});

test("numbers bring their plural forms", () => {
  expect(say("cells-follow", { n: 5 }, "en")).toBe("5 cells follow");
  expect(say("cells-follow", { n: 1 }, "en")).toBe("1 cell follows");
  expect(say("n-cells", { n: 22 }, "ru")).toBe("22 ячейки");
});

test("the account's language comes before the browser's", () => {
  expect(chooseLocale("ru", ["en-GB"])).toBe("ru");
  expect(chooseLocale(null, ["de-DE", "ru-RU", "en"])).toBe("ru");
  expect(chooseLocale(undefined, ["de"])).toBe("en");
});

test("each act that is put on record has its words", () => {
  const root = path.join(import.meta.dirname, "..", "..", "..");
  const acts = ["collab-server", "storage"].flatMap((name) =>
    readdirSync(path.join(root, name, "src"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .flatMap((file) => readFileSync(path.join(root, name, "src", file), "utf8").match(/\baction: .*/g) ?? [])
      .flatMap((line) => line.match(/(?<=")[a-z]+\.[a-z-]+(?=")/g) ?? []),
  );
  expect(new Set(acts).size).toBeGreaterThan(40);
  expect(acts.filter((act) => !(`did-${act}` in words.en))).toEqual([]);
});
