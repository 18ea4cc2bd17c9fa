// What the form of a way to draw a map is given: its own settings, and how to change them. Types only.

import type { ReactNode } from "react";
import type { Locale } from "../messages/locale.ts";

/** Settings of a way as a spec holds them; `type` is its name. */
export type EmbeddingOptions = { readonly type: string; readonly of: "components" | "features" };

export interface EmbeddingFormProps<Options extends EmbeddingOptions = EmbeddingOptions> {
  readonly options: Options;
  readonly locale: Locale;
  readonly readOnly: boolean;
  set(options: Options): void;
}

export interface EmbeddingFormModule<Options extends EmbeddingOptions = EmbeddingOptions> {
  Form(props: EmbeddingFormProps<Options>): ReactNode;
}
