// An interval, by a slider with two ends and by a field for each.

import Slider from "@mui/material/Slider";
import { translator, useLocale } from "../../../ui/locale-context.tsx";
import { NumberControl } from "../../../ui/TextFieldRow.tsx";
import type { PropsOf } from "./control-props.ts";
import { boundsOf, pairOf } from "./numbers.ts";
import { sliderLook } from "./slider-look.ts";
import { Unit } from "./Unit.tsx";
import { useDragged } from "./use-dragged.ts";
import { words } from "../words.ts";

export function RangeControl({ label, control, value, setValue, preview }: PropsOf<"range", readonly [number, number]>) {
  const t = translator(words, useLocale());
  const { shown, drag, drop } = useDragged<readonly [number, number]>(value, { setValue, preview });
  const [low, high] = shown;
  const readOnly = setValue === undefined;
  return (
    <>
      <NumberControl
        label={`${label}, ${t("low-end")}`}
        value={low}
        {...boundsOf(control)}
        max={high}
        onChange={(next) => next !== null && setValue?.([next, high])}
        readOnly={readOnly}
      />
      <Slider
        getAriaLabel={(index) => `${label}, ${t(index === 0 ? "low-end" : "high-end")}`}
        size="small"
        sx={sliderLook}
        min={control.min}
        max={control.max}
        step={control.step}
        value={[low, high]}
        disabled={readOnly}
        onChange={(_event, next) => {
          const pair = pairOf(next as readonly number[]);
          if (pair) drag(pair);
        }}
        onChangeCommitted={(_event, next) => {
          const pair = pairOf(next as readonly number[]);
          if (pair) drop(pair);
        }}
      />
      <NumberControl
        label={`${label}, ${t("high-end")}`}
        value={high}
        {...boundsOf(control)}
        min={low}
        onChange={(next) => next !== null && setValue?.([low, next])}
        readOnly={readOnly}
      />
      <Unit unit={control.unit} />
    </>
  );
}
