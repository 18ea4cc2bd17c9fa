// A design, clicked together or typed: both write one formula. Below it what it makes of the samples: what cannot be told apart,
// with buttons that mend it, and the model matrix.

import { useMemo } from "react";
import type { Locale } from "../../messages/locale.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { seeDesign } from "../../design/see-design.ts";
import type { DesignSpec } from "../../design/spec.ts";
import { words } from "../../design/words.ts";
import { readFormula, type Formula } from "../../stats/design/formula.ts";
import { DoubtList } from "../Doubts.tsx";
import { Caption } from "../field-styles.ts";
import { FieldRow } from "../FieldRow.tsx";
import { translator } from "../locale-context.tsx";
import { TickField } from "../SegmentedField.tsx";
import { SelectField } from "../SelectField.tsx";
import { TextFieldRow } from "../TextFieldRow.tsx";
import { DesignFindings } from "./DesignFindings.tsx";
import { DesignMatrix } from "./DesignMatrix.tsx";
import { DesignTerms } from "./DesignTerms.tsx";
import { DesignVariables } from "./DesignVariables.tsx";
import type { Sheet } from "./use-sheet.ts";

export interface DesignFormProps {
  readonly design: DesignSpec;
  /** Why the samples are not known, or the samples. */
  readonly sheet: Sheet;
  /** What was said when it was used last: shown where the samples are not known here. */
  readonly doubts: readonly Sentence[];
  /** The samples are others by the time the design is used. */
  readonly otherSamples: boolean;
  /** Names that may be chosen. */
  readonly columns: readonly string[];
  readonly readOnly: boolean;
  /** It says enough without a design. */
  readonly isOptional?: boolean;
  readonly locale: Locale;
  onChange(design: DesignSpec): void;
}

export function DesignForm(props: DesignFormProps) {
  const { design, sheet, doubts, otherSamples, columns, readOnly, isOptional = false, locale, onChange } = props;
  const t = translator(words, locale);
  const table = sheet.state === "here" && !otherSamples ? sheet.table : null;
  const seen = useMemo(() => (table ? seeDesign(table, design) : null), [table, design]);
  const formula: Formula | null = useMemo(() => {
    const read = readFormula(design.formula);
    return read.ok ? read.value : null;
  }, [design.formula]);
  const write = (text: string): void => onChange({ ...design, formula: text.trim() });
  const unseen = otherSamples ? "changed" : sheet.state === "here" ? null : sheet.state;
  const isEmpty = design.formula.trim() === "";
  const hasMissing = seen?.looked ? seen.looked.findings.some(({ kind }) => kind.startsWith("missing")) : false;
  return (
    <div style={{ minWidth: 0 }}>
      <FieldRow>
        <TextFieldRow
          label={t("form-formula")}
          value={design.formula}
          needed={isEmpty && !isOptional}
          readOnly={readOnly}
          width={360}
          placeholder="~ batch + condition"
          onChange={write}
        />
      </FieldRow>
      {formula || isEmpty ? (
        <DesignTerms formula={formula} columns={columns} readOnly={readOnly} locale={locale} write={write} />
      ) : null}
      {formula && table ? (
        <DesignVariables
          design={design}
          formula={formula}
          table={table}
          readOnly={readOnly}
          locale={locale}
          onChange={onChange}
        />
      ) : null}
      <FieldRow>
        <SelectField
          label={t("form-block")}
          value={design.block ?? ""}
          empty={t("form-no-block")}
          columns={columns}
          readOnly={readOnly}
          onChange={(block) => onChange({ ...design, block: block === "" ? null : block })}
        />
        {hasMissing || design.missing === "drop" ? (
          <TickField
            label={t("form-missing")}
            value={design.missing === "drop"}
            readOnly={readOnly}
            onChange={(drop) => onChange({ ...design, missing: drop ? "drop" : "refuse" })}
          />
        ) : null}
      </FieldRow>
      {unseen === null ? null : (
        <>
          <DoubtList said={doubts.map((sentence) => ({ sentence }))} />
          <Caption role="status">{t(`form-${unseen}`)}</Caption>
        </>
      )}
      {seen && !isEmpty ? <DesignFindings said={seen.said} readOnly={readOnly} locale={locale} onMend={onChange} /> : null}
      {seen?.looked?.matrix && table ? (
        <DesignMatrix looked={seen.looked} matrix={seen.looked.matrix} sheet={table} locale={locale} />
      ) : null}
    </div>
  );
}
