// The form of the step sort.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { translator } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Rows } from "../parts/Rows.tsx";
import type { sort } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof sort>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  const columns = known.what === "assay" ? known.features : known.columns;
  return (
    <Rows
      items={step.by}
      empty={{ column: columns[0] ?? "", descending: false }}
      t={t}
      readOnly={host.readOnly}
      write={(items) => write("by", items.filter((item) => item.column !== "") as Json)}
      show={(item, set) => (
        <>
          <SelectField
            label={words.say("by", {}, locale)}
            value={item.column}
            readOnly={host.readOnly}
            columns={columns}
            onChange={(next) => set({ ...item, column: next })}
          />
          <TickField
            label={words.say("largest-first", {}, locale)}
            value={item.descending}
            readOnly={host.readOnly}
            onChange={(descending) => set({ ...item, descending })}
          />
        </>
      )}
    />
  );
};
