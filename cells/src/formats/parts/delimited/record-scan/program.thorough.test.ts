// The programs that are kept are those that their sources compile to.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("each program is what its source in cells/wasm compiles to", async () => {
  const build = new URL("../../../../../wasm/build.mjs", import.meta.url).href;
  const { compiled, programs } = (await import(build)) as {
    compiled(source: string): Promise<string>;
    readonly programs: { readonly [source: string]: string };
  };
  for (const [source, target] of Object.entries(programs)) expect(readFileSync(target, "utf8")).toBe(await compiled(source));
}, 60_000);
