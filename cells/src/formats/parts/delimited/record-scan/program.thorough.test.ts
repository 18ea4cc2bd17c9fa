// The program that is kept is the one that its source compiles to.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the program is what cells/wasm/delimited-records.ts compiles to", async () => {
  const build = new URL("../../../../../wasm/build.mjs", import.meta.url).href;
  const { compiled, target } = (await import(build)) as { compiled(): Promise<string>; readonly target: string };
  expect(readFileSync(target, "utf8")).toBe(await compiled());
}, 60_000);
