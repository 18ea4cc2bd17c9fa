// What every control of a parameter is given.

import type { Json } from "../../../base/json.ts";
import type { ArtifactReader, OutputHandle } from "../../../contract/kind-view.ts";
import type { Control, ControlType } from "../spec.ts";

export interface ControlProps {
  readonly label: string;
  readonly control: Control;
  readonly value: Json;
  /** What is picked from, where it is there. */
  readonly source: OutputHandle | null;
  readonly reader: ArtifactReader;
  readonly setValue?: ((value: Json) => void) | undefined;
  readonly preview?: ((value: Json | null) => void) | undefined;
}

/** Of one type of control, with its value in the form that it has there. */
export type PropsOf<Type extends ControlType, Value> = ControlProps & {
  readonly control: Extract<Control, { type: Type }>;
  readonly value: Value;
};
