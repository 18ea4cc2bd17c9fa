// One column that describes the features of the matrix before a step: chosen where they are known, typed where not.

import type { KnownData, StepHost } from "../../contract/step-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";

export const FeatureColumnField = (props: {
  readonly label: string;
  readonly value: string;
  readonly known: KnownData;
  readonly host: StepHost;
  /** What such a column is often called, for whoever types it. */
  readonly usual?: string;
  /** What it means that none is chosen; absent: the step cannot do without one. */
  readonly none?: string;
  readonly write: (value: string) => void;
}) => {
  const { label, value, known, host, usual, none, write } = props;
  const shared = { label, value, readOnly: host.readOnly, needed: value === "" && none === undefined };
  const placeholder = none ?? usual;
  if (known.features.length > 0)
    return <SelectField {...shared} columns={known.features} onChange={write} {...(none === undefined ? {} : { empty: none })} />;
  return (
    <TextFieldRow
      {...shared}
      width={140}
      {...(placeholder === undefined ? {} : { placeholder })}
      onChange={(next) => write(next.trim())}
    />
  );
};
