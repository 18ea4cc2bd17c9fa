// What an effect or a ref callback answers, React calls as its clean-up. Browsers change what a call answers (a scroll answers
// a promise in new Chromium), and then the whole page breaks when the element goes: so no effect answers what a call answered.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.join(import.meta.dirname, "../..");
const sources = ["workspace/src", "cells/src"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

/** Each that hands to React what an expression answers: neither a body in braces nor a clean-up that is written out. */
const answering = (code: string): readonly string[] =>
  [
    ...code.matchAll(/\buse(?:Layout|Insertion)?Effect\(\s*(?!\s*\(\)\s*=>\s*(?:\{|\(\)\s*=>))[^\n]*/g),
    ...code.matchAll(/\bref=\{\s*\(?\w*\)?\s*=>\s*(?!\s*\{)[^\n]*/g),
  ].map(([found]) => found);

test("an effect and a ref callback have a body of their own, or answer a clean-up that is written out", () => {
  expect(
    sources.flatMap((file) => answering(readFileSync(path.join(root, file), "utf8")).map((found) => `${file}: ${found}`)),
  ).toEqual([]);
});

test("an effect that answers what a call answers is found", () => {
  expect(
    answering(`
      useEffect(() => shown.current?.scrollIntoView({ block: "nearest" }), [said]);
      useLayoutEffect(
        () => field.current?.focus(),
        [],
      );
      useEffect(follow, []);
      useEffect(() => { follow(); }, []);
      useEffect(
        () => () => stop(),
        [],
      );
      <p ref={(element) => places.set(id, element)} />
      <p ref={(element) => { places.set(id, element); }} />
      <p ref={shown} />`),
  ).toEqual([
    'useEffect(() => shown.current?.scrollIntoView({ block: "nearest" }), [said]);',
    "useLayoutEffect(\n        () => field.current?.focus(),",
    "useEffect(follow, []);",
    "ref={(element) => places.set(id, element)} />",
  ]);
});
