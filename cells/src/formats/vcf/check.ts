// Holds a VCF to its specification.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { finderOf } from "../parts/check/finder.ts";
import { rules } from "./rules.ts";

export { rules };

export async function check(task: CheckTask): Promise<void> {
  const find = finderOf(rules, task);
  await eachLine(task, (line, number) => {
    if (number === 1 && !/^##fileformat=VCFv4\.\d$/.test(line))
      find("vcf-fileformat", { line: number, field: "##fileformat", found: line });
  });
}
