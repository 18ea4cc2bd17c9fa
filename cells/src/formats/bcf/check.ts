// Holds a BCF to the rules of VCF: of the text that it stands for, whose lines are those of `bcftools view`.

import type { CheckTask } from "../../contract/format.ts";
import { checkVcf } from "../parts/vcf-check/check-vcf.ts";
import { bcfAsVcf } from "../parts/vcf/read-bcf.ts";

export { rules } from "../parts/vcf-check/rules.ts";

export const check = (task: CheckTask): Promise<void> => checkVcf({ ...task, open: () => bcfAsVcf(task.open()) });
