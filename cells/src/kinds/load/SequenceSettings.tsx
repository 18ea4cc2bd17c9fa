// What may be set of reads and sequences: their alphabet, how letters stand for qualities, how many of them.

import { asTheFileSays, type ReadSetting } from "../../contract/format.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

const alphabets = ["dna", "rna", "protein"] as const;
const qualities = ["sanger", "illumina-1.3", "illumina-1.5", "solexa"] as const;

export function SequenceSettings({
  spec,
  set,
  readOnly,
  locale,
  has,
}: Pick<EditorProps<LoadSpec>, "spec" | "set" | "readOnly" | "locale"> & { readonly has: (setting: ReadSetting) => boolean }) {
  const t = translator(words, locale);
  const byItself = translator(formsWords, locale)("by-itself");
  const chosen = (value: string): string => (value === asTheFileSays.alphabet ? "" : value);
  return (
    <>
      {has("alphabet") ? (
        <SelectField
          label={t("alphabet")}
          value={chosen(spec.alphabet)}
          empty={byItself}
          readOnly={readOnly}
          options={alphabets.map((value) => ({ value, label: t(`alphabet-${value}`) }))}
          onChange={(value) => set(["alphabet"], value === "" ? "auto" : value)}
        />
      ) : null}
      {has("qualities") ? (
        <SelectField
          label={t("qualities")}
          value={chosen(spec.qualities)}
          empty={byItself}
          readOnly={readOnly}
          options={qualities.map((value) => ({ value, label: t(`qualities-${value}`) }))}
          onChange={(value) => set(["qualities"], value === "" ? "auto" : value)}
        />
      ) : null}
      {has("records") ? (
        <NumberField
          label={t("records")}
          value={spec.records}
          min={1}
          whole
          optional
          width={100}
          placeholder={t("records-all")}
          readOnly={readOnly}
          onChange={(value) => set(["records"], value)}
        />
      ) : null}
    </>
  );
}
