// A format whose files hold neither a table nor a matrix needs its folder and its line, and no edit elsewhere: one that
// was invented here stands in the place of one of the list. It yields a model, so that nothing of it is about rows.

import { expect, test, vi } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { example as model } from "../artifacts/types/model/example.ts";
import { receivedKey } from "../base/failure.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import type { JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import type { FileContent, Format } from "../contract/format.ts";

vi.mock(import("../formats/text/format.ts"), async (actual) => {
  const { text } = await actual();
  const invented: Format = {
    ...text,
    version: 7,
    yields: ["model"],
    settings: [],
    sniff: (head) => (head.text?.startsWith("MODEL ") ? { confidence: 1, why: receivedKey("load.why-rest") } : null),
  };
  return { text: invented as typeof text };
});
vi.mock(import("../formats/text/read.ts"), () => ({
  read: async (): Promise<FileContent> => ({
    content: { shape: "whole", artifact: model },
    header: null,
    issues: [],
    said: [],
    turnedIntoDates: [],
    lineOf: (row: number) => row + 1,
    whole: true,
  }),
}));
const { inspectFile } = await import("./inspect.ts");
const { matchFiles } = await import("./match-files.ts");
const { execute } = await import("../kinds/load/execute.ts");
const { load } = await import("../kinds/load/spec.ts");
const { inspectionShape } = await import("../reports/inspection/report.ts");

const source = bytesAsSource(new TextEncoder().encode("MODEL of nothing\n"));

async function loaded(spec: JsonObject) {
  const log: string[] = [];
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void log.push(line),
    file: () => source,
    engines: { sql: null, onnx: null },
  } as unknown as ExecuteContext;
  const file = { digest: "0".repeat(64), name: "x.model", size: source.size };
  const result = await execute(load.schema.parse({ ...spec, file }), context);
  return { out: result.ok ? (result.value["out"] as Artifact) : result.error, log };
}

test("loading gives what it holds as it is, found or set", async () => {
  for (const format of [null, "text"]) {
    const { out, log } = await loaded({ format });
    expect("type" in out && digestOfArtifact(out)).toBe(digestOfArtifact(model));
    expect(log).toEqual([]);
  }
});

test("settings for tables and matrices change nothing of it, and that is said", async () => {
  const { out, log } = await loaded({ read: "matrix", duplicates: "suffix" });
  expect("type" in out && out.type).toBe("model");
  expect(log).toEqual([expect.stringMatching(/read.*duplicates/)]);
});

test("a look says of it what its type says: its name and its size, of a form that the server takes", async () => {
  const { keys, ...found } = await inspectFile(source, "x.model");
  expect(found).toMatchObject({ format: "text", artifact: "model", shape: [1], columns: [], issues: [] });
  expect(found.preview).toEqual({ columns: [], rows: [] });
  expect(inspectionShape.safeParse(found).success).toBe(true);
  expect(
    matchFiles([
      { artifact: found.artifact, keys },
      { artifact: "table", keys },
    ]),
  ).toEqual([]);
});
