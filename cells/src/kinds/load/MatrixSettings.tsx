// What is set where a file is read as a matrix: whose samples, on which side, and what beside the numbers is meant.

import type { EditorProps } from "../../contract/kind-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField } from "../../ui/CellField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { wordsAsText, wordsOfText } from "./missing-field.ts";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

/** `hasSides`: the file leaves open on which side its samples are. */
export function SamplesOfMatrix(props: EditorProps<LoadSpec> & { readonly hasSides: boolean }) {
  const { spec, locale, set, readOnly, hasSides } = props;
  const { samples } = spec;
  const t = translator(formsWords, locale);
  return (
    <>
      <CellField
        label={t("samples-from")}
        value={samples}
        accepts={["table"]}
        editor={props}
        needed={false}
        optional
        empty={t("no-sheet")}
        onChange={(ref) => set(["samples"], ref)}
      />
      {samples ? (
        <TextFieldRow
          label={words.say("samples-by", {}, locale)}
          value={spec.samplesBy ?? ""}
          width={120}
          placeholder={words.say("samples-by-found", {}, locale)}
          readOnly={readOnly}
          onChange={(value) => set(["samplesBy"], value === "" ? null : value)}
        />
      ) : null}
      {samples ? (
        <SegmentedField
          label={words.say("sample-names", {}, locale)}
          value={spec.sampleNames}
          readOnly={readOnly}
          options={(["alike", "exact"] as const).map((value) => ({
            value,
            label: words.say(`sample-names-${value}`, {}, locale),
          }))}
          onChange={(value) => set(["sampleNames"], value)}
        />
      ) : null}
      {hasSides ? (
        <SegmentedField
          label={t("samples-are")}
          value={spec.samplesIn}
          readOnly={readOnly}
          options={(["auto", "columns", "rows"] as const).map((value) => ({ value, label: t(`side-${value}`) }))}
          onChange={(value) => set(["samplesIn"], value)}
        />
      ) : null}
    </>
  );
}

export function NamesTwice({ spec, locale, set, readOnly }: EditorProps<LoadSpec>) {
  const t = translator(formsWords, locale);
  return (
    <SelectField
      label={t("twice")}
      value={spec.duplicates}
      readOnly={readOnly}
      options={[
        { value: "fail", label: t("ragged-fail") },
        { value: "suffix", label: t("twice-suffix") },
      ]}
      onChange={(value) => set(["duplicates"], value)}
    />
  );
}

export function MoreOfMatrix(props: EditorProps<LoadSpec>) {
  const { spec, locale, set, readOnly } = props;
  return (
    <>
      <NamesTwice {...props} />
      <SelectField
        label={words.say("annotations", {}, locale)}
        value={typeof spec.annotations === "string" ? spec.annotations : "named"}
        readOnly={readOnly}
        options={(["apart", "named", "samples"] as const).map((value) => ({
          value,
          label: words.say(`annotations-${value}`, {}, locale),
        }))}
        onChange={(value) => set(["annotations"], value === "named" ? [] : value)}
      />
      {typeof spec.annotations === "string" ? null : (
        <TextFieldRow
          label={words.say("annotations-names", {}, locale)}
          value={wordsAsText(spec.annotations)}
          width={160}
          placeholder="length, Total"
          readOnly={readOnly}
          onChange={(value) => set(["annotations"], wordsOfText(value) ?? [])}
        />
      )}
      <SelectField
        label={words.say("summary-rows", {}, locale)}
        value={spec.summaryRows}
        readOnly={readOnly}
        options={(["leave-out", "leave-out-of-tables", "keep"] as const).map((value) => ({
          value,
          label: words.say(`summary-rows-${value}`, {}, locale),
        }))}
        onChange={(value) => set(["summaryRows"], value)}
      />
    </>
  );
}
