// The thread itself, from the worker's bundle: what it reads is what is read here, it serves one at a time, what fails there is
// read here instead, and what is wanted no more leaves it free for the next.

import { pathToFileURL } from "node:url";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import type { SecondCore } from "@genomecraft/cells/contract/second-core.ts";
import { readDelimited } from "@genomecraft/cells/formats/parts/delimited/read-delimited.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { workerBundle } from "../sandbox/worker-bundle.ts";
import { type SecondCoreOnNode, secondCoreOnNode } from "./second-core-on-node.ts";

let core: SecondCoreOnNode;
beforeAll(async () => {
  core = secondCoreOnNode(pathToFileURL(path.join((await workerBundle()).folder, "second-core.mjs")));
}, 60_000);
afterAll(() => core.close());

const count = 300_000;
const leastShared = 1 << 20;
const source = (bytes: Uint8Array) => {
  const ranges = bytesAsSource(bytes);
  return { open: () => ranges.stream(), fraction: () => null, ranges };
};
const table = new TextEncoder().encode(
  `id,gene,depth,score\n${Array.from({ length: count }, (_, at) => `s${at},g${at % 300},${at % 97},${(at % 1000) / 8}\n`).join("")}`,
);

/** Counts what it is asked. */
function watched(): SecondCore & { readonly begun: string[] } {
  const begun: string[] = [];
  return {
    begun,
    begin(piece, asked) {
      const work = core.begin(piece, asked);
      if (work) begun.push(piece);
      return work;
    },
  };
}

async function read(secondCore: SecondCore | null, bytes = table): Promise<string> {
  const { content } = await readDelimited(source(bytes), { secondCore, leastShared });
  if (content.shape !== "table") throw new Error("a table was expected");
  expect(content.table.rowCount).toBe(count);
  return digestOfArtifact(content.table);
}

test("what a thread reads of a file is what is read here", async () => {
  const shared = watched();
  expect(await read(shared)).toBe(await read(null));
  expect(shared.begun).toEqual(["rows-of-delimited-text"]);
});

test("it serves one at a time: who comes meanwhile reads alone, and both have the same", async () => {
  const shared = watched();
  const [one, other] = await Promise.all([read(shared), read(shared)]);
  expect(one).toBe(other);
  expect(shared.begun).toHaveLength(1);
});

test("what is cancelled leaves it to the next", async () => {
  const stop = new AbortController();
  const reading = readDelimited(source(table), {
    secondCore: core,
    leastShared,
    signal: stop.signal,
    progress: () => stop.abort(),
  });
  await expect(reading).rejects.toThrow(/abort/);
  const shared = watched();
  await read(shared);
  expect(shared.begun).toHaveLength(1);
});

test("what is wrong in the later part is said with its line", async () => {
  const wrong = table.slice();
  const at = wrong.lastIndexOf(44);
  wrong[at] = 10;
  const failure = expect.objectContaining({ failure: expect.objectContaining({ reason: "load.rows-unequal" }) });
  await expect(read(core, wrong)).rejects.toEqual(failure);
  const line = expect.objectContaining({ params: expect.objectContaining({ line: count + 1 }) });
  await expect(read(core, wrong)).rejects.toEqual(expect.objectContaining({ failure: line }));
});

test("a piece of work that it does not know fails, and a thread that is closed fails what runs and starts anew", async () => {
  const unknown = core.begin("no-such-work", {});
  await expect(unknown?.finish()).rejects.toThrow("the second core failed");
  const running = core.begin("rows-of-delimited-text", {});
  const failed = expect(running?.finish()).rejects.toThrow(/the second core/);
  await core.close();
  await failed;
  const shared = watched();
  await read(shared);
  expect(shared.begun).toHaveLength(1);
});
