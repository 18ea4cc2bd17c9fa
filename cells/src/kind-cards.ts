// THE list of cards, in the order of the menu: all that the screen's first paint holds of the kinds. A kind that is missing
// here does not compile.

import { card as associate } from "./kinds/associate/card.ts";
import { card as chart } from "./kinds/chart/card.ts";
import { card as cluster } from "./kinds/cluster/card.ts";
import { card as contrast } from "./kinds/contrast/card.ts";
import { card as coverage } from "./kinds/coverage/card.ts";
import { card as differential } from "./kinds/differential/card.ts";
import { card as features } from "./kinds/features/card.ts";
import { card as load } from "./kinds/load/card.ts";
import { card as mutations } from "./kinds/mutations/card.ts";
import { card as metaAnalysis } from "./kinds/meta-analysis/card.ts";
import { card as markers } from "./kinds/markers/card.ts";
import { card as note } from "./kinds/note/card.ts";
import { card as parameter } from "./kinds/parameter/card.ts";
import { card as predict } from "./kinds/predict/card.ts";
import { card as profile } from "./kinds/profile/card.ts";
import { card as quality } from "./kinds/quality/card.ts";
import { card as query } from "./kinds/query/card.ts";
import { card as reduce } from "./kinds/reduce/card.ts";
import { card as region } from "./kinds/region/card.ts";
import { card as regression } from "./kinds/regression/card.ts";
import { card as survival } from "./kinds/survival/card.ts";
import { card as power } from "./kinds/power/card.ts";
import { card as enrich } from "./kinds/enrich/card.ts";
import { card as test } from "./kinds/test/card.ts";
import { card as train } from "./kinds/train/card.ts";
import { card as transform } from "./kinds/transform/card.ts";
import type { KindCard } from "./contract/kind-card.ts";
import type { KindName } from "./kinds.ts";

export const kindCards: { readonly [kind in KindName]: KindCard } = {
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
};

/** The card of a kind, or null: a document may hold kinds that this release does not know. */
export const cardOf = (kind: string): KindCard | null => (Object.hasOwn(kindCards, kind) ? kindCards[kind as KindName] : null);

/** The cells that dropped files become. */
export const cardOfFiles: KindCard | null = Object.values(kindCards).find((card) => card.files) ?? null;
