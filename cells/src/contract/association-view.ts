// What the form of a model of association is given: its own settings, and how to change them. Types only.

import type { ReactNode } from "react";
import type { Locale } from "../messages/locale.ts";

/** Settings of a model as a spec holds them; `type` is its name. */
export type AssociationOptions = { readonly type: string };

export interface AssociationFormProps<Options extends AssociationOptions = AssociationOptions> {
  readonly options: Options;
  readonly locale: Locale;
  readonly readOnly: boolean;
  set(options: Options): void;
}

export interface AssociationFormModule<Options extends AssociationOptions = AssociationOptions> {
  Form(props: AssociationFormProps<Options>): ReactNode;
}
