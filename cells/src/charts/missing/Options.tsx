// The form of what maps of missing values alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { type MissingOptions, mostColumns } from "./chart.ts";
import { words } from "./words.ts";

export function Options({ place, options, data, handle, editor, set }: ChartOptionsProps<MissingOptions>) {
  const { locale, readOnly } = editor;
  const say = (key: Parameters<typeof words.say>[0]): string => words.say(key, {}, locale);
  if (place === "more")
    return (
      <NumberField
        label={say("field-top")}
        value={options.top}
        min={1}
        max={mostColumns}
        whole
        readOnly={readOnly}
        onChange={(top) => top !== null && set({ top })}
      />
    );
  return (
    <>
      <SelectField
        label={say("field-shows")}
        value={options.shows}
        readOnly={readOnly}
        options={(["map", "patterns"] as const).map((value) => ({ value, label: say(`shows-${value}`) }))}
        onChange={(shows) => set({ shows: shows as MissingOptions["shows"] })}
      />
      <ColumnsField
        value={options.columns}
        none={say("columns-all")}
        fits={() => true}
        data={data}
        handle={handle}
        editor={editor}
        onChange={(columns) => set({ columns })}
      />
      {options.shows === "map" ? (
        <SelectField
          label={say("field-arranged")}
          value={options.arranged}
          readOnly={readOnly}
          options={(["pattern", "data"] as const).map((value) => ({ value, label: say(`arranged-${value}`) }))}
          onChange={(arranged) => set({ arranged: arranged as MissingOptions["arranged"] })}
        />
      ) : null}
    </>
  );
}
