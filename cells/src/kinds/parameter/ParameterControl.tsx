// The control alone, by its type: the output of a parameter shows it, and its form too.

import type { Json } from "../../base/json.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberControl, TextControl } from "../../ui/TextFieldRow.tsx";
import { ChoiceControl } from "./controls/ChoiceControl.tsx";
import { ChoicesControl } from "./controls/ChoicesControl.tsx";
import type { ControlProps } from "./controls/control-props.ts";
import { NamePicker } from "./controls/NamePicker.tsx";
import { OneOf } from "./controls/OneOf.tsx";
import { RangeControl } from "./controls/RangeControl.tsx";
import { SelectionControl } from "./controls/SelectionControl.tsx";
import { SliderControl } from "./controls/SliderControl.tsx";
import { boundsOf, pairOf } from "./controls/numbers.ts";
import { Unit } from "./controls/Unit.tsx";

export function ParameterControl(props: ControlProps) {
  const { label, control, value, source, reader, setValue } = props;
  const readOnly = setValue === undefined;
  const set = (next: Json): void => setValue?.(next);
  const text = typeof value === "string" ? value : "";
  switch (control.type) {
    case "number":
      return (
        <>
          <NumberControl
            label={label}
            value={typeof value === "number" ? value : null}
            onChange={(next) => next !== null && set(next)}
            {...boundsOf(control)}
            readOnly={readOnly}
            width={96}
          />
          <Unit unit={control.unit} />
        </>
      );
    case "slider":
      return <SliderControl {...props} control={control} value={typeof value === "number" ? value : control.min} />;
    case "range":
      return <RangeControl {...props} control={control} value={pairOf(value) ?? [control.min, control.max]} />;
    case "toggle":
      return <TickField label={label} value={value === true} onChange={set} readOnly={readOnly} />;
    case "text":
      return <TextControl label={label} value={text} onChange={set} readOnly={readOnly} width={240} />;
    case "date":
      return <TextControl label={label} type="date" value={text} onChange={set} readOnly={readOnly} width={144} />;
    case "choice":
      return <ChoiceControl {...props} control={control} value={text} />;
    case "choices":
      return (
        <ChoicesControl {...props} control={control} value={Array.isArray(value) ? (value as readonly Json[]).map(String) : []} />
      );
    case "column": {
      const columns = (source?.summary.columns ?? []).filter(
        (column) => !control.numbersOnly || column.type === "float64" || column.type === "int32",
      );
      return <OneOf label={label} value={text} options={columns.map((column) => column.name)} set={set} readOnly={readOnly} />;
    }
    case "feature":
    case "sample":
      return <NamePicker {...props} what={control.type === "feature" ? "features" : "samples"} value={text} />;
    case "selection":
      return <SelectionControl {...props} control={control} source={source} reader={reader} />;
  }
}
