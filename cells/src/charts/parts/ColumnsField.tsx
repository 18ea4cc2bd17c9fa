// Which columns a picture of several draws: all of them, chosen ones, or those of a parameter.

import { type CellRef, isCellRef } from "../../base/refs.ts";
import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import type { ChartOptions } from "../../contract/chart-fields.ts";
import { FeaturesField } from "../../ui/FeaturesField.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { words } from "./words.ts";

type Columns = readonly string[] | CellRef | null;

interface Props extends Pick<ChartOptionsProps<ChartOptions>, "data" | "editor" | "handle"> {
  readonly value: Columns;
  /** How the choice to name none is called; usual: all that hold numbers, or the most variable features. */
  readonly none?: string;
  /** Columns that may be chosen. Absent: those of numbers. */
  readonly fits?: (type: string) => boolean;
  onChange(value: string[] | CellRef | null): void;
}

const isNumber = (type: string): boolean => type === "float64" || type === "int32";

export function ColumnsField({ value, none, fits = isNumber, data, editor, handle, onChange }: Props) {
  const { locale, readOnly } = editor;
  const give = (next: Columns): void => onChange(next === null || isCellRef(next) ? next : [...next]);
  const say = (key: Parameters<typeof words.say>[0]): string => words.say(key, {}, locale);
  if (data === "matrix")
    return (
      <FeaturesField
        label={say("field-columns")}
        chosenLabel={say("columns-chosen")}
        none={none ?? say("columns-variable")}
        value={value}
        handle={handle}
        editor={editor}
        onChange={give}
      />
    );
  const names = (handle?.summary.columns ?? []).flatMap(({ name, type }) => (fits(type) ? [name] : []));
  return (
    <>
      <SelectField
        label={say("field-columns")}
        value={value === null ? "all" : "chosen"}
        readOnly={readOnly}
        options={[
          { value: "all", label: none ?? say("columns-all") },
          { value: "chosen", label: say("columns-chosen") },
        ]}
        onChange={(next) => onChange(next === "all" ? null : [])}
      />
      {value !== null && !isCellRef(value) ? (
        <ManyField
          label={say("columns-chosen")}
          value={value}
          readOnly={readOnly}
          needed={value.length < 2}
          find={async (text) => namesMatching(names, text)}
          onChange={give}
        />
      ) : null}
    </>
  );
}
