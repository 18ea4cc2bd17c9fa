// The note's rules: values come from a closed list, names of cells stay out of what is published, nothing is markup that
// was not written as markup.

import { expect, test } from "vitest";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { Digest } from "../../base/ids.ts";
import type { Json } from "../../base/json.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { executeInline } from "./execute.ts";
import { note } from "./spec.ts";

const cells: { readonly [name: string]: ArtifactSummary } = {
  kept: { type: "assay", shape: [12304, 22] },
  people: { type: "table", shape: [3, 2] },
  gene: { type: "value", shape: [], detail: { value: "a_b_<i>" } },
};
function made(text: string) {
  const result = executeInline(
    { text },
    {
      output: () => null,
      valueOf: (field) => field as Json,
      named: (name) =>
        cells[name.toLowerCase()] ? { digest: "d" as Digest, summary: cells[name.toLowerCase()] as ArtifactSummary } : null,
    },
  );
  return result.ok
    ? (result.value["out"] as unknown as { value: { markdown: string; template: string; values: Json[] } }).value
    : failureSentence(result.error, "en");
}

test("values of cells stand in the text", () => {
  expect(made("We keep **{{kept.genes}}** genes of {{ people.rows }} people.")).toMatchObject({
    markdown: "We keep **12\u2009304** genes of 3 people.",
    values: [12304, 3],
  });
});

test("what is answered does not name the cells behind the values", () => {
  expect(JSON.stringify(made("{{kept.rows}} and {{people.rows}}"))).not.toMatch(/kept|people/);
});

test("a value is shown letter for letter", () => {
  expect(made("{{gene}}")).toMatchObject({ markdown: "a\\_b\\_\\<i\\>" });
});

test("an unknown accessor or name is a sentence with what there is", () => {
  expect(made("{{kept.row}}")).toBe("A note cannot show “row” of a cell. It can show: rows.");
  expect(made("{{kept.marks}}")).toBe("kept has no “marks”. It has: rows, columns, features, genes, samples.");
  expect(made("{{nobody.rows}}")).toContain("There is no cell called nobody");
});

test("references are found with their places; links are no inputs", () => {
  const text = "See [[kept]] with {{ kept.out.rows }} rows, not \\{{x}}.";
  const found = note.textReferences?.({ text }) ?? [];
  expect(found.map((reference) => text.slice(reference.start, reference.end))).toEqual(["kept", "kept"]);
  expect(found).toMatchObject([{ link: true }, { name: "kept", port: "out" }]);
});

test("a rename changes no key", () => {
  const key = (text: string) => note.keySpec?.({ text }, () => "i0");
  expect(key("{{kept.rows}} rows")).toEqual(key("{{ renamed.rows }} rows"));
});
