// The terms of a design as small buttons that take them out again; columns and interactions are added from lists.

import type { Locale } from "../../messages/locale.ts";
import { words } from "../../design/words.ts";
import {
  formulaText,
  namedTerms,
  type NamedTerm,
  withIntercept,
  withoutTerm,
  withTerm,
} from "../../stats/design/edit-formula.ts";
import type { Formula } from "../../stats/design/formula.ts";
import { Quiet } from "../field-styles.ts";
import { FieldGroup, FieldRow } from "../FieldRow.tsx";
import { translator } from "../locale-context.tsx";
import { TickField } from "../SegmentedField.tsx";
import { Select } from "../SelectField.tsx";

export function DesignTerms(props: {
  /** Null: nothing is chosen yet. */
  readonly formula: Formula | null;
  readonly columns: readonly string[];
  readonly readOnly: boolean;
  readonly locale: Locale;
  write(text: string): void;
}) {
  const { formula, columns, readOnly, locale, write } = props;
  const t = translator(words, locale);
  const terms = formula ? namedTerms(formula) : [];
  const alone = terms.flatMap((names) => (names.length === 1 ? names : []));
  const crossed = pairsOf(alone).filter(([one, other]) => !terms.some((names) => isPair(names, one, other)));
  const add = (names: NamedTerm): void => write(formula ? withTerm(formula, names) : formulaText([names], true));
  return (
    <FieldRow>
      <FieldGroup label={t("form-columns")}>
        <span style={{ display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: 4, minWidth: 0 }}>
          {formula?.terms.map(({ label }, at) => (
            <Quiet
              key={label}
              type="button"
              disabled={readOnly}
              aria-label={t("form-remove", { what: label })}
              style={{ border: "1px solid var(--gc-line)", maxWidth: "100%", overflow: "hidden", textOverflow: "ellipsis" }}
              onClick={() => write(withoutTerm(formula, at))}
            >
              {label} ×
            </Quiet>
          ))}
          {readOnly ? null : (
            <Select
              label={t("form-add-column")}
              value=""
              empty={t("form-add-column")}
              columns={columns.filter((name) => !alone.includes(name))}
              onChange={(name) => name !== "" && add([name])}
            />
          )}
          {readOnly || crossed.length === 0 ? null : (
            <Select
              label={t("form-add-interaction")}
              value=""
              empty={t("form-add-interaction")}
              options={crossed.map(([one, other], at) => ({ value: String(at), label: `${one} : ${other}` }))}
              onChange={(at) => at !== "" && add(crossed[Number(at)] ?? [])}
            />
          )}
        </span>
      </FieldGroup>
      {formula && terms.length > 0 ? (
        <TickField
          label={t("form-intercept")}
          title={t("form-intercept-title")}
          value={formula.intercept}
          readOnly={readOnly}
          onChange={(intercept) => write(withIntercept(formula, intercept))}
        />
      ) : null}
    </FieldRow>
  );
}

const pairsOf = (names: readonly string[]): (readonly [string, string])[] =>
  names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));
const isPair = (names: NamedTerm, one: string, other: string): boolean =>
  names.length === 2 && names.includes(one) && names.includes(other);
