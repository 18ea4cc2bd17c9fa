// Several columns of the data before a step.

import type { StepHost } from "../../contract/step-view.ts";
import { translator } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";

export const ColumnsField = (props: {
  /** Absent: "columns". */
  readonly label?: string;
  readonly value: readonly string[];
  readonly columns: readonly string[];
  readonly host: StepHost;
  /** The step cannot do without one. */
  readonly needed?: boolean;
  readonly write: (value: readonly string[]) => void;
}) => (
  <ManyField
    label={props.label ?? translator(formsWords, props.host.locale)("columns")}
    value={props.value}
    readOnly={props.host.readOnly}
    needed={props.needed === true && props.value.length === 0}
    find={async (text) => namesMatching(props.columns, text)}
    onChange={(next) => props.write([...next])}
  />
);
