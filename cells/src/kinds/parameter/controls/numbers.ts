// The numbers of a control: its bounds as fields take them, and an interval.

import type { Json } from "../../../base/json.ts";

export const boundsOf = (control: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}) => ({
  ...(control.min === undefined ? {} : { min: control.min }),
  ...(control.max === undefined ? {} : { max: control.max }),
  ...(control.step === undefined ? {} : { step: control.step }),
});

export const pairOf = (value: Json): readonly [number, number] | null =>
  Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number" ? [value[0], value[1]] : null;
