// Files of the format recipe, for its contract suite, as `writeRecipe` makes them and as a text editor leaves them.

import { writeRecipe } from "../../features/recipe-bytes.ts";
import type { FittedChain } from "../../contract/fitted-chain.ts";
import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const form = { type: "table", columns: [{ name: "возраст", type: "float64" }] } as const;
const chain: FittedChain = {
  takes: form,
  gives: form,
  steps: [
    {
      verb: "fill-missing",
      version: 2,
      options: { verb: "fill-missing", columns: ["возраст"], fill: { by: "mean" } },
      freezes: "fitted",
      fitted: { state: { fills: [{ column: "возраст", value: 41.5 }] }, keeps: "statistics", rows: 3, of: 5 },
    },
  ],
};
const written = (): string => new TextDecoder().decode(writeRecipe(chain, []));
const long: FittedChain = {
  ...chain,
  steps: Array.from({ length: 400 }, () => chain.steps[0] as FittedChain["steps"][number]),
};

export const cases: FormatCases = {
  examples: [
    { title: "as it is saved", bytes: () => writeRecipe(chain, []), gives: { type: "report", shape: [] } },
    {
      title: "with promises",
      bytes: () => writeRecipe(chain, [{ rule: "unique", column: "возраст" }]),
      gives: { type: "report", shape: [] },
      issues: [["recipe-promises", null]],
    },
    {
      title: "with line ends",
      bytes: () => utf8(JSON.stringify(JSON.parse(written()), null, 2)),
      gives: { type: "report", shape: [] },
    },
    { title: "longer than its head", bytes: () => writeRecipe(long, []), gives: { type: "report", shape: [] } },
  ],
  bad: [
    {
      title: "a newer form",
      bytes: () => utf8(written().replace('"form":1', '"form":3')),
      reason: "features.recipe-newer",
      line: null,
    },
    {
      title: "another rule",
      bytes: () => utf8(written().replace('"tests":[]', '"tests":[{"rule":"mood"}]')),
      reason: "features.recipe-damaged",
      line: null,
    },
    {
      title: "a key twice",
      bytes: () => utf8(written().replace('"form":1', '"form":1,"form":1')),
      reason: "features.recipe-key-twice",
      line: null,
    },
  ],
};
