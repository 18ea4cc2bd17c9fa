// annotate-samples: whose row a sample gets where no column is named. Rows as R 4.2.2: sheet[match(ids, sheet$sample), ].

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { apply } from "./apply.ts";
import { annotateSamples } from "./step.ts";
import { noChain } from "../../testing/no-chain.ts";

const assay = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, 3, 4) },
  features: tableOf(textColumn("gene", ["A"])),
  samples: tableOf(textColumn("sample", ["S1", "S2", "S3", "S4"])),
  scale: "counts",
  featureNoun: "gene",
});
const step = annotateSamples.schema.parse({ verb: "annotate-samples", with: { ref: "cell_sheet" as CellId } });

function annotated(key: string): { readonly groups: readonly string[]; readonly said: readonly string[] } {
  const said: string[] = [];
  const sheet = tableOf(
    textColumn("mate", ["S2", "S1", "S4", "S3"]),
    textColumn(key, ["S1", "S2", "S3", "S4"]),
    textColumn("grp", ["tumour", "normal", "tumour", "normal"]),
  );
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => field as Json,
    input: () => sheet,
    say: (doubt) => void said.push(sentenceIn(doubt, "en")),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const { samples } = apply.assay(step, assay, scope) as typeof assay;
  const column = columnOf(samples, "grp");
  return { groups: column ? textsOf(column) : [], said };
}

test("the column that says sample is taken, and the one that would give other rows is told", () => {
  const { groups, said } = annotated("sample");
  expect(groups).toEqual(["tumour", "normal", "tumour", "normal"]);
  expect(said).toEqual([expect.stringContaining("mate of the other table holds names of these samples, too")]);
});

test("two columns that contradict each other are refused by name", () => {
  expect(() => annotated("id")).toThrow(/several/);
});
