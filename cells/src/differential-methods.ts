// THE list of methods of differential expression, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { DifferentialLine, DifferentialMethod, DifferentialOptions, WorkOf } from "./contract/differential-method.ts";
import { deseq2 } from "./differential/deseq2/method.ts";
import { limma } from "./differential/limma/method.ts";
import { limmaTrend } from "./differential/limma-trend/method.ts";
import { limmaVoom } from "./differential/limma-voom/method.ts";
import { wilcoxon } from "./differential/wilcoxon/method.ts";

export const differentialMethods = {
  deseq2: {
    method: deseq2,
    work: () => import("./differential/deseq2/work.ts"),
    Form: () => import("./differential/deseq2/Form.tsx"),
  },
  "limma-voom": {
    method: limmaVoom,
    work: () => import("./differential/limma-voom/work.ts"),
    Form: () => import("./differential/limma-voom/Form.tsx"),
  },
  "limma-trend": {
    method: limmaTrend,
    work: () => import("./differential/limma-trend/work.ts"),
    Form: () => import("./differential/limma-trend/Form.tsx"),
  },
  limma: {
    method: limma,
    work: () => import("./differential/limma/work.ts"),
    Form: () => import("./differential/limma/Form.tsx"),
  },
  wilcoxon: { method: wilcoxon, work: () => import("./differential/wilcoxon/work.ts") },
} as const satisfies { readonly [name: string]: DifferentialLine };

const [first, ...others] = Object.values(differentialMethods).map(({ method }) => method.schema);

/** A method with its settings, as specs hold it. */
export const methodSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type MethodSettings = z.output<typeof methodSchema>;
export const usualMethod: MethodSettings = methodSchema.parse({ type: "deseq2" });

function lineOf(name: string): DifferentialLine {
  invariant(Object.hasOwn(differentialMethods, name), `${name} stands in a validated spec`);
  return differentialMethods[name as keyof typeof differentialMethods];
}

/** Null: of another release. */
export const methodNamed = (name: string): DifferentialMethod | null =>
  Object.values(differentialMethods)
    .map(({ method }): DifferentialMethod => method)
    .find((method) => method.name === name) ?? null;

/** The card of the method that validated settings name. */
export const methodOf = (options: DifferentialOptions): DifferentialMethod => lineOf(options.type).method;
export const formOfMethod = (options: DifferentialOptions): DifferentialLine["Form"] => lineOf(options.type).Form;
export const loadWork = async (options: DifferentialOptions): Promise<WorkOf> => (await lineOf(options.type).work()).work;
