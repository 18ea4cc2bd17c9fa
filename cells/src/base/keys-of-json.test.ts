import { describe, expect, test, vi } from "vitest";
import { firstTwice, keyTwice, keysOf, keysWritten } from "./keys-of-json.ts";

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
    expect(firstTwice(json)).toBe(key);
    expect(keysWritten(json)).toBeGreaterThan(keysOf(JSON.parse(json)));
  });

  test.each(['{"a":{"a":{"a":1}}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"a:\\"a\\":"}', '"a"', "", "[", '{"a', ":::", '{"a\\'])(
    "%s has none",
    (json) => expect([keyTwice(json), firstTwice(json)]).toEqual([null, null]),
  );

  /** How often a letter is looked at by itself, and a part cut out. */
  const steps = (json: string, found: string | null): readonly [letters: number, cuts: number] => {
    const letters = vi.spyOn(String.prototype, "charCodeAt");
    const cuts = vi.spyOn(String.prototype, "slice");
    const key = keyTwice(json);
    const counted = [letters.mock.calls.length, cuts.mock.calls.length] as const;
    vi.restoreAllMocks();
    expect(key).toBe(found);
    return counted;
  };

  test.each([
    ["deep objects", (count: number) => `${'{"a":'.repeat(count)}1${"}".repeat(count)}`],
    ["deep lists", (count: number) => `${"[".repeat(count)}1${"]".repeat(count)}`],
    ["many objects", (count: number) => `[${'{"a":1},'.repeat(count)}1]`],
    ["many keys", (count: number) => `{${Array.from({ length: count }, (_, at) => `"${at + 1e6}":1`).join(",")}}`],
    ["many backslashes", (count: number) => `["${"\\\\".repeat(count)}"]`],
    ["many quotes in a text", (count: number) => `["${'\\"'.repeat(count)}"]`],
  ])("of %s each letter is looked at once, and no key is cut out", (_title, write) => {
    for (const count of [1_000, 20_000]) {
      const json = write(count);
      const [letters, cuts] = steps(json, null);
      expect(letters).toBeLessThanOrEqual(json.length + 1);
      expect(cuts).toBe(0);
    }
  });

  test("texts are skipped, and the search is linear, too", () => {
    expect(steps(JSON.stringify({ a: "x".repeat(2 ** 20) }), null)[0]).toBeLessThan(10);
    const deep = (count: number): string => `${'{"a":'.repeat(count)}{"b":1,"b":2}${"}".repeat(count)}`;
    const [few, many] = [steps(deep(1_000), "b"), steps(deep(2_000), "b")];
    expect(many[0] / few[0]).toBeLessThan(2.01);
    expect(many[1] / few[1]).toBeLessThan(2.01);
  });

  test.each(['{"":', "[{},", '{"a":1,"b":{', "[", '"":'])("what is no JSON has none, however much of it: %s", (text) =>
    expect(keyTwice(text.repeat(Math.floor(2 ** 20 / text.length)).concat("1"))).toBeNull(),
  );
});
