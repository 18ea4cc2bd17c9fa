// Formats that a native engine reads keep the contract of formats, with that engine. The others are run by
// cells/src/formats/formats.thorough.test.ts.

import { expect, test } from "vitest";
import { listedFormats } from "@genomecraft/cells/formats.ts";
import { describeFormat } from "@genomecraft/cells/testing/describe-format.ts";
import { casesOf } from "@genomecraft/cells/testing/format-cases.ts";
import { loadSqlEngine } from "../native-engines.ts";

const sql = await loadSqlEngine();
const others = await Promise.all(
  listedFormats.map(async ({ format }) => ({ name: format.name, examples: (await casesOf(format.name)).examples })),
);

test("the engine is there", () => {
  expect(sql).not.toBeNull();
});

for (const listed of listedFormats) {
  const { name, engines } = listed.format;
  if (!engines?.length) continue;
  describeFormat(name, listed, await casesOf(name), {
    sql,
    others: others
      .filter((other) => other.name !== name)
      .flatMap((other) => other.examples.map((example) => ({ name: other.name, bytes: () => example.bytes() }))),
  });
}
