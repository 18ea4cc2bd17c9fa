// Whether what is named stays or goes.

import type { StepHost } from "../../contract/step-view.ts";
import { translator } from "../../ui/locale-context.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";

export function KeepDropField(props: {
  /** Of what: absent, of rows. */
  readonly label?: string;
  readonly value: "keep" | "drop";
  readonly host: StepHost;
  readonly write: (value: "keep" | "drop") => void;
}) {
  const t = translator(formsWords, props.host.locale);
  return (
    <SegmentedField
      label={props.label ?? t("do")}
      value={props.value}
      readOnly={props.host.readOnly}
      options={[
        { value: "keep", label: t("keep") },
        { value: "drop", label: t("drop") },
      ]}
      onChange={props.write}
    />
  );
}
