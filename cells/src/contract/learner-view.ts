// What the form of a learner is given: its own settings, and how to change them. Types only.

import type { ReactNode } from "react";
import type { Locale } from "../messages/locale.ts";

/** Settings of a learner as a spec holds them; `type` is its name. */
export type LearnerOptions = {
  readonly type: string;
};

export interface LearnerFormProps<Options extends LearnerOptions = LearnerOptions> {
  readonly options: Options;
  readonly locale: Locale;
  readonly readOnly: boolean;
  set(options: Options): void;
}

export interface LearnerFormModule<Options extends LearnerOptions = LearnerOptions> {
  Form(props: LearnerFormProps<Options>): ReactNode;
}
