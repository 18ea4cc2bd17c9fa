// What a load tells of its file by the rules of its standard: how strictly, of which files, and what it says when it does not.

import { expect, test } from "vitest";
import type { Report } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { fileCheckReport } from "../../reports/file-check/report.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { execute } from "./execute.ts";
import { load } from "./spec.ts";

const vcf = [
  "##fileformat=VCFv4.2",
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1",
  "1\t10\t.\tA\tC\t.\t.\t.\tGT\t0/1",
  "1\t10\t.\tA\tC\t.\t.\t.\tGT\t0/1",
  "",
].join("\n");

async function checked(content: string, spec: JsonObject = {}, size?: number) {
  const bytes = new TextEncoder().encode(content);
  const source = { ...bytesAsSource(bytes), size: size ?? bytes.length };
  const log: string[] = [];
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void log.push(line),
    file: () => source,
    engines: { sql: null, onnx: null },
  } as unknown as ExecuteContext;
  const file = { digest: "0".repeat(64), name: "x", size: source.size };
  const result = await execute(load.schema.parse({ file, ...spec }), context);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  const report = result.value["check"] as Report;
  return { body: fileCheckReport.schema.parse(report.body), log: log.join("\n") };
}

test("rules that the file breaks are counted beside what was loaded, and said", async () => {
  const { body, log } = await checked(vcf);
  expect(body).toMatchObject({ state: "checked", format: "vcf", errors: 1, strict: false });
  expect(body.findings).toContainEqual(expect.objectContaining({ rule: "vcf-duplicate", line: 5, section: "VCF 4.2 §1.4.1" }));
  expect(log).toContain("Held to the rules of vcf: 1 error");
  for (const locale of locales)
    for (const doubt of fileCheckReport.doubts?.(body) ?? []) expect(sentenceIn(doubt, locale)).toMatch(/vcf-duplicate .*5/);
  expect(fileCheckReport.doubts?.(body)).toHaveLength(1);
});

test("strict, relaxed, or not at all", async () => {
  const odd = vcf.replace("0/1\n1", "0/1\n2").replace("GT\t0/1\n2", "GT:A_B\t0/1:1\n2");
  expect((await checked(odd)).body).toMatchObject({ errors: 0, notes: 2 });
  expect((await checked(odd, { check: "strict" })).body).toMatchObject({ errors: 1, strict: true });
  expect((await checked(odd, { check: "off" })).body).toMatchObject({ state: "off", rules: [] });
});

test("a format without rules is loaded without a word, and with one where a check was asked for", async () => {
  const csv = "a,b\n1,x\n2,y\n";
  expect(await checked(csv)).toMatchObject({ body: { state: "no-rules" }, log: expect.not.stringContaining("rules") });
  expect((await checked(csv, { check: "relaxed" })).log).toContain("none of the format csv are known");
});

test("a large file is checked when somebody asks, and it is said that it was not", async () => {
  const large = 40 * 2 ** 20;
  expect(await checked(vcf, {}, large)).toMatchObject({
    body: { state: "too-large" },
    log: expect.stringContaining("it is large"),
  });
  expect((await checked(vcf, { check: "relaxed" }, large)).body).toMatchObject({ state: "checked", errors: 1 });
});
