// The form of the step select-features.

import type { Json } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { ManyField } from "../../ui/ManyField.tsx";
import { ParameterField } from "../../ui/ParameterSelect.tsx";
import { KeepDropField } from "../parts/KeepDropField.tsx";
import type { selectFeatures } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof selectFeatures>> = ({ step, host, write }) => {
  const { locale } = host;
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
      <ParameterField
        label={words.say("which", {}, locale)}
        wanted="names"
        chosen={isCellRef(step.features) ? step.features : null}
        here={words.say("these", {}, locale)}
        editor={host}
        onChange={(ref) => write("features", (ref as Json | null) ?? [])}
      />
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
