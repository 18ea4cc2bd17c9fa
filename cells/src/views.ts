// Views by kind, loaded when first shown. React components only: this is what the workspace bundles.

import type { ComponentType } from "react";
import type { KindName } from "./kinds.ts";
import type { EditorProps, OutputProps } from "./contract/kind-view.ts";

export interface KindViews {
  readonly Editor: () => Promise<{ readonly Editor: ComponentType<EditorProps<never>> }>;
  readonly Output: () => Promise<{ readonly Output: ComponentType<OutputProps<never>> }>;
}

export const views = {
  note: { Editor: () => import("./kinds/note/Editor.tsx"), Output: () => import("./kinds/note/Output.tsx") },
  parameter: { Editor: () => import("./kinds/parameter/Editor.tsx"), Output: () => import("./kinds/parameter/Output.tsx") },
  load: { Editor: () => import("./kinds/load/Editor.tsx"), Output: () => import("./kinds/load/Output.tsx") },
  profile: { Editor: () => import("./kinds/profile/Editor.tsx"), Output: () => import("./kinds/profile/Output.tsx") },
  transform: { Editor: () => import("./kinds/transform/Editor.tsx"), Output: () => import("./kinds/transform/Output.tsx") },
  query: { Editor: () => import("./kinds/query/Editor.tsx"), Output: () => import("./kinds/query/Output.tsx") },
  chart: { Editor: () => import("./kinds/chart/Editor.tsx"), Output: () => import("./kinds/chart/Output.tsx") },
  reduce: { Editor: () => import("./kinds/reduce/Editor.tsx"), Output: () => import("./kinds/reduce/Output.tsx") },
  train: { Editor: () => import("./kinds/train/Editor.tsx"), Output: () => import("./kinds/train/Output.tsx") },
  predict: { Editor: () => import("./kinds/predict/Editor.tsx"), Output: () => import("./kinds/predict/Output.tsx") },
} as const satisfies { readonly [kind in KindName | "query"]: KindViews };

export function viewsOf(kind: string): KindViews | null {
  return Object.hasOwn(views, kind) ? ((views as { readonly [kind: string]: KindViews })[kind] ?? null) : null;
}
