// THE list of cell kinds, in the order of the menu. Data only: the kernel's executors are in executors.ts, the views in
// views.ts; a kind that is missing from one of the three does not compile.

import { associate } from "./kinds/associate/spec.ts";
import { chart } from "./kinds/chart/spec.ts";
import { cluster } from "./kinds/cluster/spec.ts";
import { contrast } from "./kinds/contrast/spec.ts";
import { coverage } from "./kinds/coverage/spec.ts";
import { differential } from "./kinds/differential/spec.ts";
import type { Kind } from "./contract/kind.ts";
import { features } from "./kinds/features/spec.ts";
import { load } from "./kinds/load/spec.ts";
import { mutations } from "./kinds/mutations/spec.ts";
import { metaAnalysis } from "./kinds/meta-analysis/spec.ts";
import { markers } from "./kinds/markers/spec.ts";
import { note } from "./kinds/note/spec.ts";
import { parameter } from "./kinds/parameter/spec.ts";
import { predict } from "./kinds/predict/spec.ts";
import { profile } from "./kinds/profile/spec.ts";
import { quality } from "./kinds/quality/spec.ts";
import { query } from "./kinds/query/spec.ts";
import { reduce } from "./kinds/reduce/spec.ts";
import { region } from "./kinds/region/spec.ts";
import { regression } from "./kinds/regression/spec.ts";
import { survival } from "./kinds/survival/spec.ts";
import { power } from "./kinds/power/spec.ts";
import { enrich } from "./kinds/enrich/spec.ts";
import { test } from "./kinds/test/spec.ts";
import { train } from "./kinds/train/spec.ts";
import { transform } from "./kinds/transform/spec.ts";

export const kinds = {
  note,
  parameter,
  load,
  features,
  region,
  coverage,
  profile,
  quality,
  transform,
  query,
  chart,
  reduce,
  cluster,
  markers,
  differential,
  contrast,
  mutations,
  regression,
  survival,
  test,
  power,
  associate,
  "meta-analysis": metaAnalysis,
  enrich,
  train,
  predict,
} as const satisfies { readonly [kind: string]: Kind };

export type KindName = keyof typeof kinds;

/** The kind of that name, or null: a document may hold kinds that this release does not know. */
export function kindOf(name: string): Kind | null {
  return Object.hasOwn(kinds, name) ? kinds[name as KindName] : null;
}
