// The form of the step select-features.

import { isCellRef } from "../../base/refs.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ManyField } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { KeepDropField } from "../parts/KeepDropField.tsx";
import type { selectFeatures } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof selectFeatures>> = ({ step, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  const parameters = host.choices(["value"]);
  const featuresLike = async (text: string) => {
    const handle = host.from ? (host.handleOf?.(host.from) ?? null) : null;
    if (!handle) return [];
    const found = await host.reader.search(handle, { what: "features", text, limit: 8 });
    return found.map((name) => ({ value: name, label: name }));
  };
  return (
    <FieldRow>
      <KeepDropField
        label={words.say("features", {}, locale)}
        value={step.action}
        host={host}
        write={(action) => write("action", action)}
      />
      {parameters.length > 0 ? (
        <SelectField
          label={words.say("which", {}, locale)}
          value={isCellRef(step.features) ? step.features.ref : "-"}
          readOnly={host.readOnly}
          options={[
            { value: "-", label: words.say("these", {}, locale) },
            ...parameters.map((choice) => ({ value: choice.ref.ref as string, label: choice.name, group: t("parameters") })),
          ]}
          onChange={(value) => write("features", value === "-" ? [] : { ref: value })}
        />
      ) : null}
      {isCellRef(step.features) ? null : (
        <ManyField
          label={words.say("these", {}, locale)}
          value={step.features}
          readOnly={host.readOnly}
          find={featuresLike}
          onChange={(next) => write("features", [...next])}
        />
      )}
    </FieldRow>
  );
};
