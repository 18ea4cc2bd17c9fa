// What the form of a step is given: its own options, what is known of the data before it, and what fields need of the
// notebook. Types only.

import type { ReactNode } from "react";
import type { Json } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { EditorProps } from "./kind-view.ts";
import type { StepData } from "./step.ts";

/** The data before a step, as far as they can be told without running. */
export interface KnownData {
  readonly what: StepData;
  /** Of the table; of a matrix those of its samples. */
  readonly columns: readonly string[];
  /** Of a matrix those of its features; none where they are not known. */
  readonly features: readonly string[];
  /** A step before leaves out samples of the matrix or describes them anew: they are others than those that the chain reads. */
  readonly otherSamples: boolean;
}

/** The notebook around a step. */
export interface StepHost
  extends Pick<
    EditorProps,
    "locale" | "readOnly" | "choices" | "reader" | "handleOf" | "files" | "sendFile" | "takeFile" | "toldOfFile"
  > {
  /** What the chain begins with. */
  readonly from: CellRef | null;
}

export interface StepFormProps<Options> {
  readonly step: Options;
  /** Of what was doubtful when it ran, that which its card leaves to the form (formSays). */
  readonly doubts?: readonly Sentence[];
  readonly known: KnownData;
  readonly host: StepHost;
  /** Sets one field of the step. */
  readonly write: (field: keyof Options & string, value: Json | undefined) => void;
}

// A method, so that the form of any one step is a form of some step.
export type StepForm<Options> = { of(props: StepFormProps<Options>): ReactNode }["of"];
