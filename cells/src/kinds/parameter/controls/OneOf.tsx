// One of several names: up to 4 side by side, up to 12 as a list, more by typing.

import { Combo } from "../../../ui/ComboField.tsx";
import { Segmented } from "../../../ui/SegmentedField.tsx";
import { Select } from "../../../ui/SelectField.tsx";
import { matching } from "./matching.ts";

export function OneOf(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly set: (value: string) => void;
  readonly readOnly: boolean;
}) {
  const { label, value, options, set, readOnly } = props;
  const short = options.length <= 4 && options.every((option) => option.length <= 16);
  if (options.length > 0 && short && options.includes(value)) {
    return (
      <Segmented
        label={label}
        value={value}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={set}
        readOnly={readOnly}
      />
    );
  }
  if (options.length <= 12) {
    return (
      <Select
        label={label}
        value={value}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={set}
        readOnly={readOnly}
      />
    );
  }
  return <Combo label={label} shown={value} find={async (text) => matching(options, text)} onChoose={set} readOnly={readOnly} />;
}
