// A FASTQ that is loaded gives what its reads are like beside them; no other file does, and what one read alone would tell stays closed.

import { expect, test } from "vitest";
import type { Outputs, ExecuteContext } from "../../contract/execute.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { discloses } from "./discloses.ts";
import { execute } from "./execute.ts";
import { load } from "./spec.ts";

async function loaded(text: string): Promise<Outputs> {
  const bytes = new TextEncoder().encode(text);
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    file: () => bytesAsSource(bytes),
    engines: { sql: null, onnx: null },
  };
  const file = { digest: "0".repeat(64), name: "x", size: bytes.length };
  const result = await execute(load.schema.parse({ file }), context as unknown as ExecuteContext);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

const reads = (count: number, bases: string): string => `@r\n${bases}\n+\n${"I".repeat(bases.length - 1)}#\n`.repeat(count);
const toldOf = ({ quality }: Outputs) => {
  const artifact = quality ?? expect.fail("no report");
  return discloses({ spec: {}, port: "quality", artifact, columns: null, valueOf: () => undefined });
};

test("the report has the form that its card says", async () => {
  const { quality } = await loaded(reads(12, "ACGT"));
  if (quality?.type !== "report") throw new Error("no report");
  expect(quality.report).toBe("read-quality");
  const body = readQualityReport.schema.parse(quality.body);
  expect([body.reads, body.bases, body.positions.map(({ median }) => median)]).toEqual([12, 48, [40, 40, 40, 2]]);
});

test("a file that is none of reads has none", async () => {
  expect(Object.keys(await loaded("a,b\n1,x\n2,y\n"))).toEqual(["out", "reading", "check"]);
});

test("where a read stands alone the least group is one, and it stays closed; nothing identifies a read", async () => {
  const told = toldOf(await loaded(reads(12, "ACGT")));
  expect(told).toMatchObject({ identifying: [], behind: { of: "groups" } });
  const least = (of: typeof told): number => (of?.behind.of === "groups" ? Math.min(...of.behind.sizes) : 0);
  expect(least(told)).toBe(12);
  expect(least(toldOf(await loaded(`${reads(12, "ACGT")}${reads(1, "ACGTACGT")}`)))).toBe(1);
});
