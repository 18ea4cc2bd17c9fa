// A feature or a sample of a matrix, by typing.

import { featureNoun, featuresCalled } from "../../../artifacts/rows-called.ts";
import { useLocale } from "../../../ui/locale-context.tsx";
import { Combo } from "../../../ui/ComboField.tsx";
import { TextControl } from "../../../ui/TextFieldRow.tsx";
import type { ControlProps } from "./control-props.ts";

export function NamePicker({
  label,
  value,
  what,
  source,
  reader,
  setValue,
}: ControlProps & { readonly what: "features" | "samples"; readonly value: string }) {
  const readOnly = setValue === undefined;
  const locale = useLocale();
  const noun = what === "features" && source ? featuresCalled(featureNoun(source.summary), "one", locale) : "";
  if (!source) return <TextControl label={label} value={value} onChange={(next) => setValue?.(next)} readOnly={readOnly} />;
  return (
    <Combo
      label={label}
      shown={value}
      {...(noun ? { noun } : {})}
      find={async (text) => (await reader.search(source, { what, text, limit: 8 })).map((name) => ({ value: name, label: name }))}
      onChoose={(name) => setValue?.(name)}
      readOnly={readOnly}
    />
  );
}
