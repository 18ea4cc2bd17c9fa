// The form of the step rename.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { Rows } from "../parts/Rows.tsx";
import type { rename } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof rename>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <Rows
      items={step.columns}
      empty={{ from: known.columns[0] ?? "", to: "" }}
      t={t}
      readOnly={host.readOnly}
      write={(items) => write("columns", items.filter((item) => item.from !== "") as Json)}
      show={(item, set) => (
        <>
          <SelectField
            label={t("column")}
            value={item.from}
            readOnly={host.readOnly}
            columns={known.columns}
            onChange={(from) => set({ ...item, from })}
          />
          <TextFieldRow
            label={words.say("new-name", {}, locale)}
            value={item.to}
            needed={item.to === ""}
            readOnly={host.readOnly}
            onChange={(to) => set({ ...item, to })}
          />
        </>
      )}
    />
  );
};
