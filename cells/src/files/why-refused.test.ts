// A file that is refused says what else is wrong with it, by rule, on the card and in the cell; nothing of the file is quoted.

import { expect, test } from "vitest";
import { sentenceIn } from "../messages/catalogue.ts";
import { sentencesIn } from "../messages/sentence.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { loadText } from "../testing/load-text.ts";
import { inspectFile } from "./inspect.ts";
import { whyRefused } from "./why-refused.ts";

const head = "##fileformat=VCFv4.2\n##contig=<ID=1,length=1000>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tAnna\n";
const broken = `${head}1\t5\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n1\tx\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n1\ty\t.\tA\tC\tq\tPASS\t.\tGT\t0/z\n`;
const source = (text: string) => bytesAsSource(new TextEncoder().encode(text));

test("a VCF that is refused for its first fault shows all kinds of fault on the card", async () => {
  const { issues } = await inspectFile(source(broken), "x.vcf");
  expect(issues.map(({ rule, severity, line }) => [rule, severity, line])).toEqual([
    ["position", "error", 5],
    ["vcf-pos", "error", null],
    ["vcf-qual", "error", 6],
    ["vcf-sample-gt", "error", 6],
  ]);
  const [, second] = issues;
  expect(second && sentenceIn(second.message, "en")).toMatch(
    /^vcf-pos \(VCF 4\.2 §1\.4\.1.*\): the same 1 more time\. Expected: .+/,
  );
});

test("the fault for which it is refused is told once, unless that line breaks several rules", async () => {
  const rulesOf = async (text: string) => (await inspectFile(source(text), "x.vcf")).issues.map(({ rule }) => rule);
  const once = `${head}1\tx\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n`;
  expect(await rulesOf(once)).toEqual(["position"]);
  expect(await rulesOf(`${head}1\tx\t.\tA\tC\tq\tPASS\t.\tGT\t0/1\n`)).toEqual(["position", "vcf-pos", "vcf-qual"]);
  expect((await loadText("x.vcf", once)).failure?.params).not.toHaveProperty("also");
});

test("and so does the cell that loads it, without what stands in the file", async () => {
  const { failure, logged } = await loadText("x.vcf", broken);
  const also = sentencesIn(failure?.params["also"]).map((sentence) => sentenceIn(sentence, "ru"));
  expect(also).toHaveLength(3);
  expect(also[0]).toContain("vcf-pos");
  expect(JSON.stringify(failure?.params["also"])).not.toMatch(/Anna|0\/z/);
  expect(logged).toContain("vcf-sample-gt");
});

test("what is refused for a setting, or has no rules, says that alone", async () => {
  expect(
    (await loadText("x.vcf", `${head}1\t5\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n`, { format: "bcf" })).failure?.params,
  ).not.toHaveProperty("also");
  expect((await loadText("x.csv", "a,b\n1,2\n3\n")).failure?.params).not.toHaveProperty("also");
});

test("of a large file the beginning is looked at, and said to be", async () => {
  const line = "1\tx\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n";
  const [kind] = await whyRefused(source(head + line.repeat(700_000)), "x.vcf", null, { format: "vcf" });
  expect(kind?.message.params["count"]).toBeLessThan(700_000);
  expect(kind && sentenceIn(kind.message, "en")).toContain("in the first 16 MB");
});
