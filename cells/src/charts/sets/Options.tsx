// The form of what overlaps alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import type { SetsOptions } from "./chart.ts";
import { words } from "./words.ts";

const fits = (type: string): boolean => type !== "text";

export function Options({ place, options, data, handle, x, editor, set }: ChartOptionsProps<SetsOptions>) {
  const { locale, readOnly } = editor;
  const say = (key: Parameters<typeof words.say>[0]): string => words.say(key, {}, locale);
  if (place === "more")
    return (
      <NumberField
        label={say("field-parts")}
        value={options.parts}
        min={1}
        max={60}
        whole
        readOnly={readOnly}
        onChange={(parts) => parts !== null && set({ parts })}
      />
    );
  return (
    <>
      {x === null ? (
        <ColumnsField
          value={options.columns}
          none={say("columns-flags")}
          fits={fits}
          data={data}
          handle={handle}
          editor={editor}
          onChange={(columns) => set({ columns })}
        />
      ) : (
        <NumberField
          label={say("field-below")}
          value={options.below}
          readOnly={readOnly}
          onChange={(below) => below !== null && set({ below })}
        />
      )}
      <SelectField
        label={say("field-shows")}
        value={options.shows}
        readOnly={readOnly}
        options={(["auto", "venn", "upset"] as const).map((value) => ({ value, label: say(`shows-${value}`) }))}
        onChange={(shows) => set({ shows: shows as SetsOptions["shows"] })}
      />
    </>
  );
}
