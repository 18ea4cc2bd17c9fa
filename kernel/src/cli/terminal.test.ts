import { afterEach, expect, test, vi } from "vitest";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";
import { openTerminal } from "./terminal.ts";

afterEach(() => vi.restoreAllMocks());

test("nothing that a file is called or holds moves the cursor, changes colours or turns the line around; JSON stays the same value", () => {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
  const name = "a\u001b[2J\u009b31m\u202efdp.csv";
  const terminal = openTerminal({});
  terminal.out(`${name}\ttable\n  2 rows`);
  terminal.say(name);
  terminal.out(JSON.stringify({ name }));
  vi.restoreAllMocks();
  const seen = "a\\u001b[2J\\u009b31m\\u202efdp.csv";
  expect(written).toEqual([`${seen}\ttable\n  2 rows\n`, `${seen}\n`, `{"name":"${seen}"}\n`]);
  expect(JSON.parse(written[2] ?? "")).toEqual({ name });
});

test("a sentence shows where a name in it holds what nobody sees", () => {
  const failure = serverWords.failure("not-found", { what: "sheet \u202eA\u200b" });
  expect(failureSentence(failure, "en")).toContain("sheet ⟨U+202E⟩A⟨U+200B⟩");
  expect(failureSentence(failure, "ru")).toContain("⟨U+202E⟩");
});
