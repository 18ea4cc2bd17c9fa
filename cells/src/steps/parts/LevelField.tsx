// One value of a column of the samples: chosen where the samples are seen, typed where not.

import type { KnownData, StepHost } from "../../contract/step-view.ts";
import { levelsOf, type Sheet } from "../../ui/design/use-sheet.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";

/** A column of more values names samples, not groups of them. */
const most = 100;

export const LevelField = (props: {
  readonly label: string;
  readonly value: string;
  readonly column: string;
  /** What it means that none is chosen. */
  readonly none: string;
  readonly sheet: Sheet;
  readonly known: KnownData;
  readonly host: StepHost;
  readonly write: (value: string) => void;
}) => {
  const { label, value, none, host, write } = props;
  const shared = { label, value, readOnly: host.readOnly, onChange: write };
  const levels = props.known.otherSamples ? [] : levelsOf(props.sheet, props.column);
  return levels.length > 0 && levels.length <= most ? (
    <SelectField {...shared} empty={none} options={levels.map((level) => ({ value: level, label: level }))} />
  ) : (
    <TextFieldRow {...shared} placeholder={none} />
  );
};
