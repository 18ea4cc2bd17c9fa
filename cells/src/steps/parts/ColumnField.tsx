// One column of the data before a step, which the step cannot do without.

import type { StepHost } from "../../contract/step-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";

export const ColumnField = (props: {
  readonly label: string;
  readonly value: string;
  readonly columns: readonly string[];
  readonly host: StepHost;
  readonly write: (value: string) => void;
}) => (
  <SelectField
    label={props.label}
    value={props.value}
    needed={props.value === ""}
    readOnly={props.host.readOnly}
    columns={props.columns}
    onChange={props.write}
  />
);
