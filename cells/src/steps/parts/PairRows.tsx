// Pairs of columns that must be equal, of the data here and of another table.

import type { StepHost } from "../../contract/step-view.ts";
import { choiceOf } from "../../ui/CellField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { CellRef } from "../../base/refs.ts";
import { Rows } from "./Rows.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";

type Pair = {
  readonly left: string;
  readonly right: string;
};

export function PairRows(props: {
  readonly pairs: readonly Pair[];
  readonly other: CellRef | null;
  readonly columns: readonly string[];
  readonly host: StepHost;
  readonly write: (pairs: readonly Pair[]) => void;
}) {
  const { pairs, columns, host, write } = props;
  const t = translator(formsWords, host.locale);
  const other = choiceOf(host.choices(["table"]), props.other);
  const theirs = (other?.summary?.columns ?? []).map((item) => item.name);
  return (
    <Rows
      items={pairs}
      empty={{
        left: columns.find((name) => theirs.includes(name)) ?? columns[0] ?? "",
        right: theirs.find((name) => columns.includes(name)) ?? theirs[0] ?? "",
      }}
      t={t}
      readOnly={host.readOnly}
      add={t("add-pair")}
      write={(items) => write(items.filter((item) => item.left !== "" && item.right !== ""))}
      show={(item, set) => (
        <>
          <SelectField
            label={t("where-here")}
            value={item.left}
            readOnly={host.readOnly}
            columns={columns}
            onChange={(left) => set({ ...item, left })}
          />
          <SelectField
            label={t("equals-there")}
            value={item.right}
            readOnly={host.readOnly}
            options={theirs.map((name) => ({ value: name, label: name }))}
            onChange={(right) => set({ ...item, right })}
          />
        </>
      )}
    />
  );
}
