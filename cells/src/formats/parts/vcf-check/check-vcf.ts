// The text of a VCF held to its specification, line by line: of a VCF, and of a BCF as the text that it stands for.

import type { CheckTask } from "../../../contract/format.ts";
import { eachLine } from "../check/each-line.ts";
import { vcfLines } from "./check-lines.ts";
import { sayer } from "./say.ts";
import { newHeader } from "./vcf-header.ts";

export async function checkVcf(task: CheckTask): Promise<void> {
  const header = newHeader();
  const lines = vcfLines(
    header,
    sayer(task, () => header.version),
  );
  await eachLine(task, lines.see);
  lines.end();
}
