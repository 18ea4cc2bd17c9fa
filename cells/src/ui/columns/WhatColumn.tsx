// What a column is: above the filter in its head, with its share of values that fit, and two lists to say it otherwise.

import { type Category, categories, categoryOf, type Said, type Semantic, semanticNames } from "../../artifacts/semantics.ts";
import type { Locale } from "../../messages/locale.ts";
import { Caption } from "../field-styles.ts";
import { FieldRow } from "../FieldRow.tsx";
import { useLocale, useT } from "../locale-context.tsx";
import { SelectField } from "../SelectField.tsx";
import { categoryTitle } from "./said-columns.tsx";
import type { SaidOtherwise, ToldColumn, ToldColumns } from "./told-columns.ts";
import { words } from "../../messages/columns/words.ts";

export const meaningTitle = (semantic: string | undefined, locale: Locale): string | null =>
  semanticNames.some((one) => one === semantic) ? words.say(`meaning-${semantic as Semantic}`, {}, locale) : null;

const percent = (share: number): string =>
  String(share === 1 ? 100 : Math.min(99, Math.max(share > 0 ? 1 : 0, Math.round(100 * share))));

/** "sex: sex. Design. 100 % of 2 different values look so." */
export function titleOfColumn(name: string, said: Said, told: ToldColumn | null, locale: Locale): string {
  const meaning = meaningTitle(said.semantic, locale);
  if (meaning === null) return name;
  const parts = [words.say("title", { name, meaning, category: categoryTitle(categoryOf(said), locale) }, locale)];
  if (told && told.share !== null) parts.push(words.say("fits", { share: percent(told.share), of: told.of }, locale));
  if (told?.genes && said.semantic === "gene") parts.push(genesInWords(told.genes, locale));
  if (said.closed) parts.push(words.say("closed", {}, locale));
  return parts.join(" ");
}

/** "Human symbols: 18,200 of today, 310 aliases, 5 dates, 40 others." */
function genesInWords({ current, aliases, dates, others }: NonNullable<ToldColumn["genes"]>, locale: Locale): string {
  if (current + aliases === 0) return words.say("genes-dates", { dates }, locale);
  const mends = aliases + dates > 0 ? [words.say("genes-mended", {}, locale)] : [];
  return [words.say("genes", { current, aliases, dates, others }, locale), ...mends].join(" ");
}

export function WhatColumn({
  name,
  said,
  told,
  column,
  onSaid,
}: {
  readonly name: string;
  readonly said: Said;
  readonly told: ToldColumns;
  readonly column: ToldColumn;
  /** The table is made anew, and this column with it. */
  onSaid(): void;
}) {
  const t = useT(words);
  const locale = useLocale();
  const otherwise = told.otherwise(name);
  const say =
    told.say &&
    ((said: SaidOtherwise): void => {
      onSaid();
      told.say?.(name, said);
    });
  const byTitle = semanticNames
    .map((value) => ({
      value: value as string,
      label: words.say(`meaning-${value}`, {}, locale),
      category: categoryOf({ semantic: value }),
    }))
    .toSorted(
      (a, b) => categories.indexOf(a.category) - categories.indexOf(b.category) || a.label.localeCompare(b.label, locale),
    );
  return (
    <div style={{ padding: "0 12px 8px", borderBottom: "1px solid var(--gc-line)", marginBottom: 8 }}>
      <Caption style={{ padding: "0 0 4px" }}>{titleOfColumn(name, said, column, locale)}</Caption>
      {say ? (
        <FieldRow>
          <SelectField
            label={t("field-meaning")}
            value={otherwise.semantic ?? ""}
            empty={t("found-meaning", { meaning: words.say(`meaning-${column.found.semantic}`, {}, locale) })}
            options={byTitle.map(({ value, label, category }) => ({ value, label, group: categoryTitle(category, locale) }))}
            onChange={(value) => say({ ...otherwise, semantic: value === "" ? null : (value as Semantic) })}
          />
          <SelectField
            label={t("field-category")}
            value={otherwise.category ?? ""}
            empty={t("found-category", { category: categoryTitle(foundCategory(otherwise.semantic, column), locale) })}
            options={categories.map((value) => ({ value, label: categoryTitle(value, locale) }))}
            onChange={(value) => say({ ...otherwise, category: value === "" ? null : (value as Category) })}
          />
        </FieldRow>
      ) : null}
    </div>
  );
}

/** With a meaning of one's own goes its category. */
const foundCategory = (semantic: Semantic | null, column: ToldColumn): Category =>
  semantic === null ? column.found.category : categoryOf({ semantic });
