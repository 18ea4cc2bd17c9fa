// A number from the lowest to the highest, by a slider and by a field.

import Slider from "@mui/material/Slider";
import { NumberControl } from "../../../ui/TextFieldRow.tsx";
import type { PropsOf } from "./control-props.ts";
import { boundsOf } from "./numbers.ts";
import { sliderLook } from "./slider-look.ts";
import { Unit } from "./Unit.tsx";
import { useDragged } from "./use-dragged.ts";

export function SliderControl({ label, control, value, setValue, preview }: PropsOf<"slider", number>) {
  const { shown, drag, drop } = useDragged(value, { setValue, preview });
  return (
    <>
      <Slider
        aria-label={label}
        size="small"
        sx={sliderLook}
        min={control.min}
        max={control.max}
        step={control.step}
        value={shown}
        disabled={setValue === undefined}
        onChange={(_event, next) => typeof next === "number" && drag(next)}
        onChangeCommitted={(_event, next) => typeof next === "number" && drop(next)}
      />
      <NumberControl
        label={label}
        value={shown}
        {...boundsOf(control)}
        onChange={(next) => next !== null && setValue?.(next)}
        readOnly={setValue === undefined}
      />
      <Unit unit={control.unit} />
    </>
  );
}
