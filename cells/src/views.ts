// Views by kind, loaded when first shown. React components only: this is what the workspace bundles.

import type { ComponentType } from "react";
import type { KindName } from "./kinds.ts";
import type { EditorProps, OutputProps } from "./kinds/kind-view.ts";

export interface KindViews {
  readonly Editor: () => Promise<{ readonly Editor: ComponentType<EditorProps<never>> }>;
  readonly Output: () => Promise<{ readonly Output: ComponentType<OutputProps<never>> }>;
}

export const views = {} as const satisfies { readonly [kind in KindName]?: KindViews };

export function viewsOf(kind: string): KindViews | null {
  return Object.hasOwn(views, kind) ? ((views as { readonly [kind: string]: KindViews })[kind] ?? null) : null;
}
