// The two chunks of a language: what the first paint says, and what cells say. Together they are all that can be said.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { allWords } from "@genomecraft/cells/all-words.ts";
import { kindCards } from "@genomecraft/cells/kind-cards.ts";
import { message } from "@genomecraft/cells/messages/catalogue.ts";
import { words } from "./dictionary.ts";
import { receivedKey } from "@genomecraft/cells/base/failure.ts";

type Areas = { readonly [area: string]: { readonly [key: string]: string } };
interface PlugIn {
  load(id: string): string | null;
}
const file = pathToFileURL(path.join(import.meta.dirname, "..", "..", "one-language.ts")).href;
const { oneLanguage } = (await import(file)) as { oneLanguage(): PlugIn };
const chunk = (name: string): unknown =>
  JSON.parse((oneLanguage().load(`\0virtual:language/${name}`) ?? "").replace(/^export default /, "").replace(/;$/, ""));

test.each(["en", "ru"] as const)(
  "%s: first the screen's words and the names of the kinds, then all the rest, each once",
  (locale) => {
    const first = chunk(locale) as { readonly words: object; readonly areas: Areas };
    const { areas: rest, formerly } = chunk(`${locale}/cells`) as { readonly areas: Areas; readonly formerly: object };
    expect(first.words).toEqual(words[locale]);
    expect(Object.keys(first.areas).sort()).toEqual(
      Object.keys(kindCards)
        .map((kind) => `kind-${kind}`)
        .sort(),
    );
    for (const [area, said] of Object.entries(first.areas)) expect(Object.keys(said), area).toEqual(["title"]);
    // The command line and the server say theirs themselves: why a file is of its format, what a step does. What is doubtful in a
    // file stands above what was loaded.
    for (const [area, messages] of allWords) {
      if (area === "cli") continue;
      const isSaidHere = ([key]: [string, string]) =>
        !/^(?:(?:load|format-[\w-]+)\.why-|step-[\w-]+\.does$)/.test(`${area}.${key}`);
      const said = Object.fromEntries(Object.entries(messages[locale]).filter(isSaidHere));
      expect({ ...first.areas[area], ...rest[area] }, area).toEqual(said);
    }
    // What was recorded under a key of before is said in the browser, too.
    expect(Object.keys(formerly).length).toBeGreaterThan(0);
    for (const [former, now] of Object.entries(formerly))
      expect(message(receivedKey(former), {}, locale)).toBe(message(receivedKey(String(now)), {}, locale));
  },
);
