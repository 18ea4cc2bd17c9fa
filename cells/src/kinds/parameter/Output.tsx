// The control of a parameter, live: what is turned here turns what depends on it. A slider previews while it is dragged
// and writes when it is let go. On a dashboard only the values that were published are offered.

import Slider from "@mui/material/Slider";
import { styled } from "@mui/material/styles";
import { useEffect, useMemo, useRef, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { Combo, type Hit } from "../../ui/ComboField.tsx";
import { Caption, Quiet } from "../../ui/field-styles.ts";
import { translator, useLocale, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { Segmented, TickField } from "../../ui/SegmentedField.tsx";
import { Select } from "../../ui/SelectField.tsx";
import { NumberControl, TextControl } from "../../ui/TextFieldRow.tsx";
import { useArtifact, useSameHandle } from "../../ui/use-artifact.ts";
import type { ArtifactReader, OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { type Control, type ParameterSpec, valueInWords } from "./spec.ts";

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
  const { spec, locale, outputs, handleOf, allowed, setValue, preview, reader } = props;
  const answer = isJsonObject(outputs["out"]?.inline) ? (outputs["out"].inline["value"] as Json) : spec.value;
  const value = answer === undefined ? spec.value : answer;
  const source = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const label = spec.label || translator("parameter", locale)(`type-${spec.control.type}`);
  return (
    <View locale={locale}>
      <Line>
        {spec.label && spec.control.type !== "toggle" ? <span className="label">{spec.label}</span> : null}
        {allowed ? (
          <Published label={label} value={value} allowed={allowed} spec={spec} locale={locale} setValue={setValue} />
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

interface ControlProps {
  readonly label: string;
  readonly control: Control;
  readonly value: Json;
  /** What is picked from, where it is there. */
  readonly source: OutputHandle | null;
  readonly reader: ArtifactReader;
  readonly setValue?: ((value: Json) => void) | undefined;
  readonly preview?: ((value: Json | null) => void) | undefined;
}

/** The control alone; the form of the cell shows it too. */
export function ParameterControl(props: ControlProps) {
  const { label, control, value, source, reader, setValue } = props;
  const readOnly = setValue === undefined;
  const set = (next: Json): void => setValue?.(next);
  const text = typeof value === "string" ? value : "";
  switch (control.type) {
    case "number":
      return (
        <>
          <NumberControl
            label={label}
            value={typeof value === "number" ? value : null}
            onChange={(next) => next !== null && set(next)}
            {...bounds(control)}
            readOnly={readOnly}
            width={96}
          />
          <Unit unit={control.unit} />
        </>
      );
    case "slider":
      return <SliderControl {...props} control={control} value={typeof value === "number" ? value : control.min} />;
    case "range":
      return <RangeControl {...props} control={control} value={pairOf(value) ?? [control.min, control.max]} />;
    case "toggle":
      return <TickField label={label} value={value === true} onChange={set} readOnly={readOnly} />;
    case "text":
      return <TextControl label={label} value={text} onChange={set} readOnly={readOnly} width={240} />;
    case "date":
      return <TextControl label={label} type="date" value={text} onChange={set} readOnly={readOnly} width={144} />;
    case "choice":
      return <ChoiceControl {...props} control={control} value={text} />;
    case "choices":
      return (
        <ChoicesControl {...props} control={control} value={Array.isArray(value) ? (value as readonly Json[]).map(String) : []} />
      );
    case "column": {
      const columns = (source?.summary.columns ?? []).filter(
        (column) => !control.numbersOnly || column.type === "float64" || column.type === "int32",
      );
      return <OneOf label={label} value={text} options={columns.map((column) => column.name)} set={set} readOnly={readOnly} />;
    }
    case "feature":
    case "sample":
      return <NamePicker {...props} what={control.type === "feature" ? "features" : "samples"} value={text} />;
    case "selection":
      return <SelectionControl {...props} source={source} reader={reader} />;
  }
}

const bounds = (control: {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
}) => ({
  ...(control.min === undefined ? {} : { min: control.min }),
  ...(control.max === undefined ? {} : { max: control.max }),
  ...(control.step === undefined ? {} : { step: control.step }),
});

const Unit = ({ unit }: { readonly unit?: string | undefined }) => (unit ? <span className="label">{unit}</span> : null);

const pairOf = (value: Json): readonly [number, number] | null =>
  Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number" ? [value[0], value[1]] : null;

const sliderLook = {
  width: 200,
  // On a telephone it takes the room that its label and its fields leave, so that all stand in one line.
  "@media (max-width: 719px)": { flex: "1 1 96px", width: "auto", minWidth: 96, margin: "0 4px" },
  color: "var(--gc-accent)",
  "& .MuiSlider-thumb": {
    width: 16,
    height: 16,
    "&.Mui-focusVisible": { boxShadow: "0 0 0 2px var(--gc-surface), 0 0 0 4px var(--gc-accent)" },
  },
  "& .MuiSlider-rail": { background: "var(--gc-control)", opacity: 1, height: 2 },
} as const;

/** A value while it is dragged: previewed by this person alone, written when it is let go and has changed. */
function useDragged<T extends Json>(value: T, { setValue, preview }: Pick<ControlProps, "setValue" | "preview">) {
  const [held, setHeld] = useState<T | null>(null);
  // What was there before: what is shown follows the preview.
  const began = useRef<T | null>(null);
  const mark = JSON.stringify(value);
  useEffect(() => setHeld(null), [mark]);
  const end = useRef(preview);
  useEffect(() => {
    end.current = preview;
  });
  useEffect(
    () => () => {
      if (began.current !== null) end.current?.(null);
    },
    [],
  );
  return {
    shown: held ?? value,
    drag: (next: T): void => {
      began.current ??= value;
      setHeld(next);
      preview?.(next);
    },
    drop: (next: T): void => {
      const before = began.current ?? value;
      began.current = null;
      if (JSON.stringify(next) !== JSON.stringify(before)) setValue?.(next);
      preview?.(null);
    },
  };
}

function SliderControl({
  label,
  control,
  value,
  setValue,
  preview,
}: ControlProps & { readonly control: Extract<Control, { type: "slider" }>; readonly value: number }) {
  const { shown, drag, drop } = useDragged(value, { setValue, preview });
  return (
    <>
      <Slider
        aria-label={label}
        size="small"
        sx={sliderLook}
        min={control.min}
        max={control.max}
        step={control.step}
        value={shown}
        disabled={setValue === undefined}
        onChange={(_event, next) => typeof next === "number" && drag(next)}
        onChangeCommitted={(_event, next) => typeof next === "number" && drop(next)}
      />
      <NumberControl
        label={label}
        value={shown}
        {...bounds(control)}
        onChange={(next) => next !== null && setValue?.(next)}
        readOnly={setValue === undefined}
      />
      <Unit unit={control.unit} />
    </>
  );
}

function RangeControl({
  label,
  control,
  value,
  setValue,
  preview,
}: ControlProps & { readonly control: Extract<Control, { type: "range" }>; readonly value: readonly [number, number] }) {
  const t = translator("parameter", useLocale());
  const { shown, drag, drop } = useDragged<readonly [number, number]>(value, { setValue, preview });
  const [low, high] = shown;
  const readOnly = setValue === undefined;
  return (
    <>
      <NumberControl
        label={`${label}, ${t("low-end")}`}
        value={low}
        {...bounds(control)}
        max={high}
        onChange={(next) => next !== null && setValue?.([next, high])}
        readOnly={readOnly}
      />
      <Slider
        getAriaLabel={(index) => `${label}, ${t(index === 0 ? "low-end" : "high-end")}`}
        size="small"
        sx={sliderLook}
        min={control.min}
        max={control.max}
        step={control.step}
        value={[low, high]}
        disabled={readOnly}
        onChange={(_event, next) => {
          const pair = pairOf(next as readonly number[]);
          if (pair) drag(pair);
        }}
        onChangeCommitted={(_event, next) => {
          const pair = pairOf(next as readonly number[]);
          if (pair) drop(pair);
        }}
      />
      <NumberControl
        label={`${label}, ${t("high-end")}`}
        value={high}
        {...bounds(control)}
        min={low}
        onChange={(next) => next !== null && setValue?.([low, next])}
        readOnly={readOnly}
      />
      <Unit unit={control.unit} />
    </>
  );
}

/** Up to 4 side by side, up to 12 as a list, more by typing. */
function OneOf(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly set: (value: string) => void;
  readonly readOnly: boolean;
}) {
  const { label, value, options, set, readOnly } = props;
  const short = options.length <= 4 && options.every((option) => option.length <= 16);
  if (options.length > 0 && short && options.includes(value)) {
    return (
      <Segmented
        label={label}
        value={value}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={set}
        readOnly={readOnly}
      />
    );
  }
  if (options.length <= 12) {
    return (
      <Select
        label={label}
        value={value}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={set}
        readOnly={readOnly}
      />
    );
  }
  return <Combo label={label} shown={value} find={async (text) => matching(options, text)} onChoose={set} readOnly={readOnly} />;
}

export function matching(names: readonly string[], text: string): Hit[] {
  const wanted = text.trim().toLowerCase();
  const first = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, 8).map((name) => ({ value: name, label: name }));
}

/** Own options, or the values of a column: those are asked for once, and by typing where there are many. */
function useOptions(
  control: { readonly options: readonly string[]; readonly column?: string | undefined },
  given: OutputHandle | null,
  reader: ArtifactReader,
): readonly string[] {
  const source = useSameHandle(given);
  const [found, setFound] = useState<readonly string[]>([]);
  const { column } = control;
  useEffect(() => {
    if (column === undefined || !source) return undefined;
    let here = true;
    reader.search(source, { what: { column }, text: "", limit: 1000 }).then(
      (names) => here && setFound(names),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [column, source, reader]);
  return column === undefined ? control.options : found;
}

function ChoiceControl({
  label,
  control,
  value,
  source,
  reader,
  setValue,
}: ControlProps & { readonly control: Extract<Control, { type: "choice" }>; readonly value: string }) {
  const options = useOptions(control, source, reader);
  return (
    <OneOf label={label} value={value} options={options} set={(next) => setValue?.(next)} readOnly={setValue === undefined} />
  );
}

function ChoicesControl({
  label,
  control,
  value,
  source,
  reader,
  setValue,
}: ControlProps & { readonly control: Extract<Control, { type: "choices" }>; readonly value: readonly string[] }) {
  const options = useOptions(control, source, reader);
  const t = translator("parameter", useLocale());
  const readOnly = setValue === undefined;
  const toggle = (option: string, on: boolean): void =>
    setValue?.(on ? [...value, option] : value.filter((item) => item !== option));
  if (options.length <= 12) {
    return (
      <div role="group" aria-label={label} style={{ display: "flex", flexWrap: "wrap", gap: "0 12px" }}>
        {options.map((option) => (
          <TickField
            key={option}
            label={option}
            value={value.includes(option)}
            onChange={(on) => toggle(option, on)}
            readOnly={readOnly}
          />
        ))}
      </div>
    );
  }
  return (
    <>
      <Combo
        label={label}
        shown=""
        find={async (text) =>
          matching(
            options.filter((option) => !value.includes(option)),
            text,
          )
        }
        onChoose={(option) => toggle(option, true)}
        readOnly={readOnly}
      />
      {value.map((option) => (
        <Quiet
          key={option}
          type="button"
          disabled={readOnly}
          aria-label={`${t("clear")} ${option}`}
          onClick={() => toggle(option, false)}
        >
          {option} ×
        </Quiet>
      ))}
    </>
  );
}

function NamePicker({
  label,
  value,
  what,
  source,
  reader,
  setValue,
}: ControlProps & { readonly what: "features" | "samples"; readonly value: string }) {
  const readOnly = setValue === undefined;
  const noun = what === "features" ? String(source?.summary.detail?.["featureNoun"] ?? "") : "";
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

/** The chart itself, where a box is drawn. */
function SelectionControl({ value, source, reader, setValue }: ControlProps) {
  const locale = useLocale();
  const t = translator("parameter", locale);
  const loaded = useArtifact(source ?? undefined, reader);
  const json = source && loaded.state === "here" ? loaded.value : null;
  const figure = useMemo(() => (json === null ? null : artifactFromJson(json)), [json]);
  return (
    <div style={{ flex: "1 1 100%", minWidth: 0 }}>
      {figure?.type === "figure" ? (
        <PlotlyFigure
          figure={figure}
          name="selection"
          height={280}
          {...(setValue ? { onSelect: (selection) => setValue(selection as Json) } : {})}
          tools={
            <>
              <Caption>
                {value === null ? t("draw-a-box") : valueInWords(value, { control: { type: "selection" } }, locale)}
              </Caption>
              {value !== null && setValue ? (
                <Quiet type="button" onClick={() => setValue(null)}>
                  {t("clear")}
                </Quiet>
              ) : null}
            </>
          }
        />
      ) : (
        <Caption>{t("choose-source")}</Caption>
      )}
    </div>
  );
}

/** A dashboard's reader turns a parameter within what was published. */
function Published(props: {
  readonly label: string;
  readonly value: Json;
  readonly allowed: readonly Json[];
  readonly spec: ParameterSpec;
  readonly locale: "en" | "ru";
  readonly setValue?: ((value: Json) => void) | undefined;
}) {
  const { label, value, allowed, spec, locale, setValue } = props;
  const words = allowed.map((item) => valueInWords(item, spec, locale));
  const shown = valueInWords(value, spec, locale);
  return (
    <OneOf
      label={label}
      value={shown}
      options={words}
      set={(word) => {
        const at = words.indexOf(word);
        if (at >= 0) setValue?.(allowed[at] as Json);
      }}
      readOnly={setValue === undefined}
    />
  );
}
