// The control of a parameter, live: what is turned here turns what depends on it. A slider previews while it is dragged
// and writes when it is let go.

import { styled } from "@mui/material/styles";
import { isJsonObject, type Json } from "../../base/json.ts";
import { translator, View } from "../../ui/locale-context.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { ParameterControl } from "./ParameterControl.tsx";
import { type ParameterSpec, valueInWords } from "./spec.ts";
import { words } from "./words.ts";

const Line = styled("div")({
  display: "flex",
  flexWrap: "wrap",
  alignItems: "center",
  gap: "4px 12px",
  minHeight: 40,
  fontSize: 13,
  lineHeight: "18px",
  color: "var(--gc-text)",
  "& .label": { color: "var(--gc-muted)" },
});

export function Output(props: OutputProps<ParameterSpec>) {
  const { spec, locale, outputs, handleOf, setValue, preview, reader } = props;
  const answer = isJsonObject(outputs["out"]?.inline) ? (outputs["out"].inline["value"] as Json) : spec.value;
  const value = answer === undefined ? spec.value : answer;
  const source = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  // A dashboard knows the value and not its control.
  const isSaid = setValue === undefined && spec.control.type === "number" && typeof value !== "number";
  const label = spec.label || translator(words, locale)(`type-${spec.control.type}`);
  return (
    <View locale={locale}>
      <Line>
        {spec.label && spec.control.type !== "toggle" ? <span className="label">{spec.label}</span> : null}
        {isSaid ? (
          <span>{valueInWords(value, spec, locale)}</span>
        ) : (
          <ParameterControl
            label={label}
            control={spec.control}
            value={value}
            source={source}
            reader={reader}
            setValue={setValue}
            preview={preview}
          />
        )}
      </Line>
    </View>
  );
}
