// What the form of a family's own settings is given: charts/<family>/Options.tsx. Types only.

import type { ReactNode } from "react";
import type { ChartOptions } from "./chart-fields.ts";
import type { EditorProps, OutputHandle } from "./kind-view.ts";

export interface ChartOptionsProps<Options extends ChartOptions> {
  /** `main`: beside the fields of the chart; `more`: what is asked for less often. The form is shown at both places. */
  readonly place: "main" | "more";
  readonly options: Options;
  readonly data: "table" | "matrix";
  /** What the chart draws from has on show; null while there is none. */
  readonly handle: OutputHandle | null;
  /** The column whose values are the groups along the axis, where one is named. */
  readonly x: string | null;
  readonly editor: Pick<EditorProps, "choices" | "locale" | "readOnly" | "reader">;
  set(change: Partial<Options>): void;
}

/** A module that holds such a form. */
export interface ChartOptionsModule<Options extends ChartOptions> {
  Options(props: ChartOptionsProps<Options>): ReactNode;
}
