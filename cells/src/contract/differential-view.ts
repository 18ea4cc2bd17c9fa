// What the form of a method of differential expression is given: its own settings, and how to change them. Types only.

import type { ReactNode } from "react";
import type { Locale } from "../messages/locale.ts";

/** Settings of a method as a spec holds them; `type` is its name. */
export type DifferentialOptions = { readonly type: string };

export interface DifferentialFormProps<Options extends DifferentialOptions = DifferentialOptions> {
  readonly options: Options;
  readonly locale: Locale;
  readonly readOnly: boolean;
  set(options: Options): void;
}

export interface DifferentialFormModule<Options extends DifferentialOptions = DifferentialOptions> {
  Form(props: DifferentialFormProps<Options>): ReactNode;
}
