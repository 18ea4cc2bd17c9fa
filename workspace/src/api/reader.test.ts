// What the page reads of results: an answer is kept, and so is a no.

import { afterEach, expect, test, vi } from "vitest";
import type { CellId, Digest } from "@genomecraft/cells/base/ids.ts";
import { newArtifactReader } from "./reader.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("what was refused is asked for once, until rights have changed; what failed otherwise is asked for again", async () => {
  let asked = 0;
  let status = 403;
  vi.stubGlobal("fetch", async () => {
    asked += 1;
    return new Response(JSON.stringify({ error: { code: "forbidden", message: "closed" } }), {
      status,
      headers: { "content-type": "application/json" },
    });
  });
  const reader = newArtifactReader("nb_1", () => "out");
  const handle = { ref: { ref: "cell_a" as CellId }, digest: "d" as Digest, summary: { type: "report" as const, shape: [] } };
  const ask = () =>
    reader.json(handle).then(
      () => "here",
      () => "failed",
    );
  expect([await ask(), await ask(), asked]).toEqual(["failed", "failed", 1]);
  reader.forgetRefused();
  expect([await ask(), await ask(), asked]).toEqual(["failed", "failed", 2]);
  reader.forgetRefused();
  status = 409;
  expect([await ask(), await ask(), asked]).toEqual(["failed", "failed", 4]);
});

test("a no that was on its way when rights changed is not kept", async () => {
  const answers: ((status: number) => void)[] = [];
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise<Response>((resolve) => {
        answers.push((status) => resolve(new Response(JSON.stringify({ error: { code: "x", message: "x" } }), { status })));
      }),
  );
  const reader = newArtifactReader("nb_1", () => "out");
  const handle = { ref: { ref: "cell_a" as CellId }, digest: "d" as Digest, summary: { type: "report" as const, shape: [] } };
  const ask = () =>
    reader.json(handle).then(
      () => "here",
      () => "failed",
    );
  const before = ask();
  reader.forgetRefused();
  const after = ask();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(200);
  answers[0]?.(403);
  expect([await before, await after, await ask(), answers.length]).toEqual(["failed", "here", "here", 2]);
});
