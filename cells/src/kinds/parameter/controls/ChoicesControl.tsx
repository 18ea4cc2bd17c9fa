// Any number of the options: up to 12 as ticks, more by typing.

import { Combo } from "../../../ui/ComboField.tsx";
import { Quiet } from "../../../ui/field-styles.ts";
import { translator, useLocale } from "../../../ui/locale-context.tsx";
import { TickField } from "../../../ui/SegmentedField.tsx";
import type { PropsOf } from "./control-props.ts";
import { matching } from "./matching.ts";
import { useOptions } from "./use-options.ts";
import { words } from "../words.ts";

export function ChoicesControl({ label, control, value, source, reader, setValue }: PropsOf<"choices", readonly string[]>) {
  const options = useOptions(control, source, reader);
  const t = translator(words, useLocale());
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
