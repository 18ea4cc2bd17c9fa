// What a browser loads of a kind when a notebook has it: its spec, its form, its output. This is what the workspace bundles.

import type { ReactNode } from "react";
import type { KindName } from "./kinds.ts";
import type { Kind } from "./contract/kind.ts";
import type { EditorProps, OutputProps } from "./contract/kind-view.ts";

export interface KindViews {
  readonly Kind: () => Promise<Kind>;
  readonly Editor: () => Promise<{ Editor(props: EditorProps): ReactNode }>;
  readonly Output: () => Promise<{ Output(props: OutputProps): ReactNode }>;
}

export const views = {
  note: {
    Kind: () => import("./kinds/note/spec.ts").then(({ note }) => note),
    Editor: () => import("./kinds/note/Editor.tsx"),
    Output: () => import("./kinds/note/Output.tsx"),
  },
  parameter: {
    Kind: () => import("./kinds/parameter/spec.ts").then(({ parameter }) => parameter),
    Editor: () => import("./kinds/parameter/Editor.tsx"),
    Output: () => import("./kinds/parameter/Output.tsx"),
  },
  load: {
    Kind: () => import("./kinds/load/spec.ts").then(({ load }) => load),
    Editor: () => import("./kinds/load/Editor.tsx"),
    Output: () => import("./kinds/load/Output.tsx"),
  },
  features: {
    Kind: () => import("./kinds/features/spec.ts").then(({ features }) => features),
    Editor: () => import("./kinds/features/Editor.tsx"),
    Output: () => import("./kinds/features/Output.tsx"),
  },
  coverage: {
    Kind: () => import("./kinds/coverage/spec.ts").then(({ coverage }) => coverage),
    Editor: () => import("./kinds/coverage/Editor.tsx"),
    Output: () => import("./kinds/coverage/Output.tsx"),
  },
  region: {
    Kind: () => import("./kinds/region/spec.ts").then(({ region }) => region),
    Editor: () => import("./kinds/region/Editor.tsx"),
    Output: () => import("./kinds/region/Output.tsx"),
  },
  profile: {
    Kind: () => import("./kinds/profile/spec.ts").then(({ profile }) => profile),
    Editor: () => import("./kinds/profile/Editor.tsx"),
    Output: () => import("./kinds/profile/Output.tsx"),
  },
  quality: {
    Kind: () => import("./kinds/quality/spec.ts").then(({ quality }) => quality),
    Editor: () => import("./kinds/quality/Editor.tsx"),
    Output: () => import("./kinds/quality/Output.tsx"),
  },
  transform: {
    Kind: () => import("./kinds/transform/spec.ts").then(({ transform }) => transform),
    Editor: () => import("./kinds/transform/Editor.tsx"),
    Output: () => import("./kinds/transform/Output.tsx"),
  },
  query: {
    Kind: () => import("./kinds/query/spec.ts").then(({ query }) => query),
    Editor: () => import("./kinds/query/Editor.tsx"),
    Output: () => import("./kinds/query/Output.tsx"),
  },
  chart: {
    Kind: () => import("./kinds/chart/spec.ts").then(({ chart }) => chart),
    Editor: () => import("./kinds/chart/Editor.tsx"),
    Output: () => import("./kinds/chart/Output.tsx"),
  },
  reduce: {
    Kind: () => import("./kinds/reduce/spec.ts").then(({ reduce }) => reduce),
    Editor: () => import("./kinds/reduce/Editor.tsx"),
    Output: () => import("./kinds/reduce/Output.tsx"),
  },
  cluster: {
    Kind: () => import("./kinds/cluster/spec.ts").then(({ cluster }) => cluster),
    Editor: () => import("./kinds/cluster/Editor.tsx"),
    Output: () => import("./kinds/cluster/Output.tsx"),
  },
  markers: {
    Kind: () => import("./kinds/markers/spec.ts").then(({ markers }) => markers),
    Editor: () => import("./kinds/markers/Editor.tsx"),
    Output: () => import("./kinds/markers/Output.tsx"),
  },
  differential: {
    Kind: () => import("./kinds/differential/spec.ts").then(({ differential }) => differential),
    Editor: () => import("./kinds/differential/Editor.tsx"),
    Output: () => import("./kinds/differential/Output.tsx"),
  },
  contrast: {
    Kind: () => import("./kinds/contrast/spec.ts").then(({ contrast }) => contrast),
    Editor: () => import("./kinds/contrast/Editor.tsx"),
    Output: () => import("./kinds/contrast/Output.tsx"),
  },
  mutations: {
    Kind: () => import("./kinds/mutations/spec.ts").then(({ mutations }) => mutations),
    Editor: () => import("./kinds/mutations/Editor.tsx"),
    Output: () => import("./kinds/mutations/Output.tsx"),
  },
  regression: {
    Kind: () => import("./kinds/regression/spec.ts").then(({ regression }) => regression),
    Editor: () => import("./kinds/regression/Editor.tsx"),
    Output: () => import("./kinds/regression/Output.tsx"),
  },
  survival: {
    Kind: () => import("./kinds/survival/spec.ts").then(({ survival }) => survival),
    Editor: () => import("./kinds/survival/Editor.tsx"),
    Output: () => import("./kinds/survival/Output.tsx"),
  },
  enrich: {
    Kind: () => import("./kinds/enrich/spec.ts").then(({ enrich }) => enrich),
    Editor: () => import("./kinds/enrich/Editor.tsx"),
    Output: () => import("./kinds/enrich/Output.tsx"),
  },
  test: {
    Kind: () => import("./kinds/test/spec.ts").then(({ test }) => test),
    Editor: () => import("./kinds/test/Editor.tsx"),
    Output: () => import("./kinds/test/Output.tsx"),
  },
  power: {
    Kind: () => import("./kinds/power/spec.ts").then(({ power }) => power),
    Editor: () => import("./kinds/power/Editor.tsx"),
    Output: () => import("./kinds/power/Output.tsx"),
  },
  associate: {
    Kind: () => import("./kinds/associate/spec.ts").then(({ associate }) => associate),
    Editor: () => import("./kinds/associate/Editor.tsx"),
    Output: () => import("./kinds/associate/Output.tsx"),
  },
  "meta-analysis": {
    Kind: () => import("./kinds/meta-analysis/spec.ts").then(({ metaAnalysis }) => metaAnalysis),
    Editor: () => import("./kinds/meta-analysis/Editor.tsx"),
    Output: () => import("./kinds/meta-analysis/Output.tsx"),
  },
  train: {
    Kind: () => import("./kinds/train/spec.ts").then(({ train }) => train),
    Editor: () => import("./kinds/train/Editor.tsx"),
    Output: () => import("./kinds/train/Output.tsx"),
  },
  predict: {
    Kind: () => import("./kinds/predict/spec.ts").then(({ predict }) => predict),
    Editor: () => import("./kinds/predict/Editor.tsx"),
    Output: () => import("./kinds/predict/Output.tsx"),
  },
} as const satisfies { readonly [kind in KindName]: KindViews };

export const viewsOf = (kind: string): KindViews | null => (Object.hasOwn(views, kind) ? views[kind as KindName] : null);
