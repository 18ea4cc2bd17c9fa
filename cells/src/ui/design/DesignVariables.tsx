// Of each column of a design: whether it is groups or a number, and which group the others are compared with.

import { Fragment } from "react";
import type { Table } from "../../artifacts/artifact.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Locale } from "../../messages/locale.ts";
import { type DesignSpec, takenOf, withTaken } from "../../design/spec.ts";
import { levelsOf, usuallyAs } from "../../design/variables-of-sheet.ts";
import { words } from "../../design/words.ts";
import type { Formula } from "../../stats/design/formula.ts";
import { FieldRow } from "../FieldRow.tsx";
import { translator } from "../locale-context.tsx";
import { SegmentedField } from "../SegmentedField.tsx";
import { SelectField } from "../SelectField.tsx";

/** Longer lists are of names of samples, which nobody compares with one. */
const mostLevels = 200;

export function DesignVariables(props: {
  readonly design: DesignSpec;
  readonly formula: Formula;
  readonly table: Table;
  readonly readOnly: boolean;
  readonly locale: Locale;
  onChange(design: DesignSpec): void;
}) {
  const { design, formula, table, readOnly, locale, onChange } = props;
  const t = translator(words, locale);
  const fields = formula.variables.map((name) => {
    const column = columnOf(table, name);
    if (!column) return null;
    const taken = takenOf(design, name);
    const usual = usuallyAs(column);
    const as = taken?.as ?? usual;
    const levels = as === "factor" ? levelsOf(column) : [];
    const first = levels[0] ?? "";
    if (column.type === "text" && levels.length > mostLevels) return null;
    return (
      <Fragment key={name}>
        {column.type === "text" && as === "factor" ? null : (
          <SegmentedField
            label={t("form-as", { column: name })}
            value={as}
            readOnly={readOnly}
            options={(["factor", "number"] as const).map((value) => ({ value, label: t(`form-${value}`) }))}
            onChange={(value) =>
              onChange(withTaken(design, name, { as: value === usual ? undefined : value, reference: undefined }))
            }
          />
        )}
        {levels.length > 1 && levels.length <= mostLevels ? (
          <SelectField
            label={column.type === "text" ? `${name}: ${t("form-reference")}` : t("form-reference")}
            value={taken?.reference ?? first}
            readOnly={readOnly}
            options={levels.map((level) => ({ value: level, label: level }))}
            onChange={(level) => onChange(withTaken(design, name, { reference: level === first ? undefined : level }))}
          />
        ) : null}
      </Fragment>
    );
  });
  return <FieldRow>{fields}</FieldRow>;
}
