// Names of new columns, typed one after the other with commas between them.

import type { StepHost } from "../../contract/step-view.ts";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";

export const NamesField = (props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly host: StepHost;
  readonly write: (value: readonly string[]) => void;
}) => (
  <TextFieldRow
    label={props.label}
    value={props.value.join(", ")}
    needed={props.value.length === 0}
    width={220}
    readOnly={props.host.readOnly}
    onChange={(text) =>
      props.write([
        ...new Set(
          text
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name !== ""),
        ),
      ])
    }
  />
);
