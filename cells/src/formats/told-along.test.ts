// Which formats tell something along a place is known without their readers, and agrees with them.

import { expect, test } from "vitest";
import { toldAlong } from "../artifacts/types/file/told-along.ts";
import { listedFormats } from "../formats.ts";

test("whatever tells something along a place is named so, and nothing else is", async () => {
  const tell: [string, boolean][] = [];
  for (const { format, places } of listedFormats) {
    const reader = (await places?.())?.places;
    tell.push([format.name, reader?.along !== undefined || reader?.covered !== undefined]);
  }
  expect(tell.filter(([, does]) => does)).not.toEqual([]);
  for (const [name, does] of tell) expect(toldAlong(name) !== null, name).toBe(does);
});
