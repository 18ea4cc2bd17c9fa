// Holds a VCF to its specification, 4.1 to 4.5 (rules, words and the reading of lines lie in parts/vcf-check, which BCF shares).

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { vcfLines } from "../parts/vcf-check/check-lines.ts";
import { sayer } from "../parts/vcf-check/say.ts";
import { newHeader } from "../parts/vcf-check/vcf-header.ts";

export { rules } from "../parts/vcf-check/rules.ts";

export async function check(task: CheckTask): Promise<void> {
  const header = newHeader();
  const lines = vcfLines(
    header,
    sayer(task, () => header.version),
  );
  await eachLine(task, lines.see);
  lines.end();
}
