// Parts of the calls of plink.

import type { AskedCalls } from "../../contract/association-model.ts";

/** Of the covariates, components among them. */
export function covariatesOf({ covariates, components }: AskedCalls): readonly string[] {
  return [...covariates, ...Array.from({ length: components }, (_, at) => `PC${at + 1}`)];
}

export function plinkCovariates(asked: AskedCalls): string {
  const all = covariatesOf(asked);
  return all.length === 0 ? "" : ` --covar covariates.txt --covar-name ${all.join(",")}`;
}

/** As R writes a name in a formula. */
export const nameInR = (name: string): string => (/^[A-Za-z.][\w.]*$/.test(name) ? name : `\`${name}\``);
