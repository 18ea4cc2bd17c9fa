// Executors by kind, loaded when first needed. No React here: this is what the kernel bundles.

import type { KindName } from "./kinds.ts";
import type { Execute } from "./contract/execute.ts";

type Loader = () => Promise<{ readonly execute: Execute }>;

export const executors = {
  note: () => import("./kinds/note/execute.ts"),
  parameter: () => import("./kinds/parameter/execute.ts"),
  load: () => import("./kinds/load/execute.ts"),
  features: () => import("./kinds/features/execute.ts"),
  coverage: () => import("./kinds/coverage/execute.ts"),
  region: () => import("./kinds/region/execute.ts"),
  profile: () => import("./kinds/profile/execute.ts"),
  quality: () => import("./kinds/quality/execute.ts"),
  transform: () => import("./kinds/transform/execute.ts"),
  query: () => import("./kinds/query/execute.ts"),
  chart: () => import("./kinds/chart/execute.ts"),
  reduce: () => import("./kinds/reduce/execute.ts"),
  cluster: () => import("./kinds/cluster/execute.ts"),
  markers: () => import("./kinds/markers/execute.ts"),
  differential: () => import("./kinds/differential/execute.ts"),
  contrast: () => import("./kinds/contrast/execute.ts"),
  mutations: () => import("./kinds/mutations/execute.ts"),
  regression: () => import("./kinds/regression/execute.ts"),
  survival: () => import("./kinds/survival/execute.ts"),
  test: () => import("./kinds/test/execute.ts"),
  power: () => import("./kinds/power/execute.ts"),
  associate: () => import("./kinds/associate/execute.ts"),
  "meta-analysis": () => import("./kinds/meta-analysis/execute.ts"),
  enrich: () => import("./kinds/enrich/execute.ts"),
  train: () => import("./kinds/train/execute.ts"),
  predict: () => import("./kinds/predict/execute.ts"),
} as const satisfies { readonly [kind in KindName]: Loader };

/** The executor of a kind, or null when this release has none of that name. */
export async function executorOf(kind: string): Promise<Execute | null> {
  if (!Object.hasOwn(executors, kind)) return null;
  const load = (executors as { readonly [kind: string]: Loader })[kind] as Loader;
  return (await load()).execute;
}
