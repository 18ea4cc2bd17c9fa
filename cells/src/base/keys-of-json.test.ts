import { describe, expect, test } from "vitest";
import { keyTwice, keysOf, keysWritten } from "./keys-of-json.ts";

describe("a key that one object names twice", () => {
  test.each([
    ['{"a":1,"a":2}', "a"],
    ['{"a":{"b":1},"c":[{"d":1,"d":1}]}', "d"],
    ['{"a":1,"\\u0061":2}', "a"],
    ['{"":1,"":2}', ""],
    ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
    [`{${Array.from({ length: 40 }, (_, at) => `"k${at}":1`).join(",")},"k3":2}`, "k3"],
  ])("%s", (json, key) => {
    expect(keyTwice(json)).toBe(key);
    expect(keysWritten(json)).toBeGreaterThan(keysOf(JSON.parse(json)));
  });

  test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"a:\\"a\\":"}', '"a"', "", "[", '{"a', ":::", '{"a\\'])(
    "%s has none",
    (json) => expect(keyTwice(json)).toBeNull(),
  );

  test("however deep and however many", () => {
    const began = performance.now();
    for (const text of ['{"":', "[{},", '{"a":1,"b":{', "[", '"":'])
      expect(keyTwice(text.repeat(Math.floor(2 ** 20 / text.length)).concat("1")), text).toBeNull();
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
