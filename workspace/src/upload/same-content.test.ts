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
  ...more,
});
const file = (text: string) => new File([text], "again.csv");

test("the same bytes are found, whatever they are called; others of that size, and what is in the bin, are not", async () => {
  const there = [row("other.csv", "a,b\n1,3\n"), row("counts.csv", "a,b\n1,2\n")];
  expect((await sameContent(file("a,b\n1,2\n"), there))?.name).toBe("counts.csv");
  expect(await sameContent(file("a,b\n1,4\n"), there)).toBeNull();
  expect(await sameContent(file("a,b\n1,2\n"), [row("counts.csv", "a,b\n1,2\n", { deletedAt: 1 })])).toBeNull();
});

test("content of many parts is the same as a whole", async () => {
  const text = "gene,s1\n".repeat(200_000);
  expect((await sameContent(file(text), [row("large.csv", text)]))?.name).toBe("large.csv");
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
