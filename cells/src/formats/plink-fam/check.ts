// Holds a .fam to its rules.

import type { CheckTask } from "../../contract/format.ts";
import { checkSamples } from "../parts/plink-check/check-plink.ts";

export { rules } from "../parts/plink-check/rules.ts";

export const check = async (task: CheckTask): Promise<void> => void (await checkSamples(task, task, null));
