// The form of the settings that the chosen family alone has, loaded when it is first shown.

import { type ComponentType, lazy, Suspense } from "react";
import type { Json } from "../../base/json.ts";
import { charts } from "../../charts.ts";
import type { ChartLine } from "../../contract/chart.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { ChartSpec } from "./spec.ts";

type Form = ComponentType<ChartOptionsProps<ChartOptions>>;

/** One component a family, however often it is drawn. */
const forms = new Map<string, Form | null>(
  Object.entries(charts).map(([name, { Options }]: [string, ChartLine]) => [
    name,
    Options ? lazy(async () => ({ default: (await Options()).Options })) : null,
  ]),
);

type Props = Pick<ChartOptionsProps<ChartOptions>, "place" | "data" | "handle"> & { readonly editor: EditorProps<ChartSpec> };

export function OwnOptions({ editor, ...where }: Props) {
  const { chart, x } = editor.spec;
  const Form = forms.get(chart.type);
  if (!Form) return null;
  return (
    <Suspense fallback={null}>
      <Form
        {...where}
        x={typeof x === "string" ? x : null}
        options={chart}
        editor={editor}
        set={(change) => editor.set(["chart"], { ...chart, ...change } as Json)}
      />
    </Suspense>
  );
}
