// The form of the step recipe: the steps of a cell of this notebook, or a saved recipe.

import { useState } from "react";
import { isFileRef } from "../../base/refs.ts";
import { recipeEnding } from "../../contract/recipe-file.ts";
import type { InputChoice } from "../../contract/kind-view.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { LineButton } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { FileField } from "../../ui/FileField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { inFolds, type recipe } from "./step.ts";
import { words } from "./words.ts";

const endings = [recipeEnding];
/** What a transform answers, and a recipe that was loaded. */
const holdsSteps = ({ ref, summary }: InputChoice): boolean =>
  ref.port === "fitted" || summary?.detail?.["report"] === "fitted-chain";

export const Form: StepForm<OptionsOf<typeof recipe>> = ({ step, host, write }) => {
  const say = (key: Parameters<typeof words.say>[0]): string => words.say(key, {}, host.locale);
  const editor = { readOnly: host.readOnly, choices: () => host.choices(["report"]).filter(holdsSteps) };
  const file = isFileRef(step.from) ? step.from : null;
  const [wantsFile, setWantsFile] = useState(false);
  const other = (key: "a-file" | "a-cell", isFile: boolean) =>
    host.readOnly ? null : (
      <LineButton
        type="button"
        onClick={() => {
          setWantsFile(isFile);
          if (step.from !== null) write("from", null);
        }}
      >
        {say(key)}
      </LineButton>
    );
  const folds = (
    <SegmentedField
      label={say("in-folds")}
      value={step.inFolds}
      readOnly={host.readOnly}
      options={inFolds.map((value) => ({ value, label: say(value) }))}
      onChange={(value) => write("inFolds", value)}
    />
  );
  if (!file && !wantsFile)
    return (
      <FieldRow>
        <CellField
          label={say("steps-of")}
          value={isFileRef(step.from) ? null : step.from}
          accepts={["report"]}
          editor={editor}
          empty={say("choose")}
          onChange={(ref) => write("from", ref)}
        />
        {folds}
        {other("a-file", true)}
      </FieldRow>
    );
  return (
    <FieldRow>
      <FileField
        label={say("a-file")}
        value={file}
        endings={endings}
        editor={host}
        onChange={(chosen) => write("from", chosen)}
      />
      <SegmentedField
        label={say("on-fail")}
        value={step.onFail}
        readOnly={host.readOnly}
        options={[
          { value: "refuse", label: say("refuse") },
          { value: "say", label: say("say-it") },
        ]}
        onChange={(onFail) => write("onFail", onFail)}
      />
      <TextFieldRow
        label={say("as-of")}
        value={step.asOf ?? ""}
        readOnly={host.readOnly}
        placeholder="2026-11-30"
        onChange={(asOf) => write("asOf", asOf.trim() === "" ? null : asOf.trim())}
      />
      {folds}
      {other("a-cell", false)}
    </FieldRow>
  );
};
