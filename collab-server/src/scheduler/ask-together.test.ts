// Many questions of one turn are one statement.

import { expect, test } from "vitest";
import { askTogether } from "./ask-together.ts";

test("what is asked in one turn is asked once, what comes later anew", async () => {
  const asked: (readonly string[])[] = [];
  const lengthOf = askTogether<string, number>((keys) => {
    asked.push(keys);
    return Promise.resolve(new Map(keys.filter((key) => key !== "?").map((key) => [key, key.length])));
  });
  expect(await Promise.all([lengthOf("a"), lengthOf("bb"), lengthOf("a"), lengthOf("?")])).toEqual([1, 2, 1, null]);
  expect(await lengthOf("ccc")).toBe(3);
  expect(asked).toEqual([["a", "bb", "?"], ["ccc"]]);
});

test("when the answer fails, everybody who asked is told, and the next one gets another try", async () => {
  let broken = true;
  const ask = askTogether<string, string>((keys) =>
    broken ? Promise.reject(new Error("away")) : Promise.resolve(new Map(keys.map((key) => [key, key]))),
  );
  await expect(Promise.all([ask("a"), ask("b")])).rejects.toThrow("away");
  broken = false;
  expect(await ask("a")).toBe("a");
});
