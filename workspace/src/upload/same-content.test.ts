// What is dropped a second time is known by its content, and nothing is read that cannot be the same.

import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { DatasetRow } from "../api/answers.ts";
import { sameContent } from "./same-content.ts";

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex") as DatasetRow["digest"];
const row = (name: string, text: string, more: Partial<DatasetRow> = {}) => ({
  name,
  size: new TextEncoder().encode(text).length,
  digest: digestOf(text),
  deletedAt: null,
  version: 1,
  earlier: [],
  ...more,
});
const file = (text: string) => new File([text], "again.csv");

test("the same bytes are found, whatever they are called; others of that size, and what is in the bin, are not", async () => {
  const there = [row("other.csv", "a,b\n1,3\n"), row("counts.csv", "a,b\n1,2\n")];
  expect((await sameContent(file("a,b\n1,2\n"), there))?.here.name).toBe("counts.csv");
  expect(await sameContent(file("a,b\n1,4\n"), there)).toBeNull();
  expect(await sameContent(file("a,b\n1,2\n"), [row("counts.csv", "a,b\n1,2\n", { deletedAt: 1 })])).toBeNull();
});

test("an earlier version is the same, too, and is named; what another data set holds now comes before it", async () => {
  const earlier = ["a,b\n1,9\n", "a,b\n1,2\n"].map((text, at) => {
    const { digest, size } = row("", text);
    return { digest, size, version: 2 - at };
  });
  const counts = row("counts.csv", "a,b\n1,10\n", { version: 3, earlier });
  expect(await sameContent(file("a,b\n1,2\n"), [counts])).toMatchObject({
    here: { name: "counts.csv", version: 1, digest: digestOf("a,b\n1,2\n"), size: 8 },
    newest: 3,
  });
  expect(await sameContent(file("a,b\n1,10\n"), [counts])).toMatchObject({ here: { version: 3 }, newest: 3 });
  const other = row("other.csv", "a,b\n1,2\n");
  expect(await sameContent(file("a,b\n1,2\n"), [counts, other])).toMatchObject({ here: { name: "other.csv" }, newest: 1 });
});

test("content of many parts is the same as a whole", async () => {
  const text = "gene,s1\n".repeat(200_000);
  expect((await sameContent(file(text), [row("large.csv", text)]))?.here.name).toBe("large.csv");
});

test("what has another size than all that is there is not read", async () => {
  const unread = {
    size: 3,
    stream: () => {
      throw new Error("was read");
    },
  };
  expect(await sameContent(unread as unknown as File, [row("counts.csv", "a,b\n1,2\n")])).toBeNull();
});
