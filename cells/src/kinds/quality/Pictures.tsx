// Pictures of the samples, folded below the verdicts: drawn when they are opened. Column and picture are chosen for this screen alone.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { formatNumber } from "../../messages/translate.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import type { QualityPictures } from "../../reports/quality/pictures.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { Caption } from "../../ui/field-styles.ts";
import { translator } from "../../ui/locale-context.tsx";
import { MetricTable } from "../../ui/MetricTable.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { boxesFigure, componentsFigure, densitiesFigure, type Look, type Picture, treeFigure } from "./pictures-figures.ts";
import { words } from "./words.ts";

const Folded = styled("details")({
  margin: "0 0 12px",
  "& > summary": { cursor: "pointer", fontSize: 13, lineHeight: "18px", padding: "4px 0" },
});

interface Props {
  readonly pictures: QualityPictures;
  readonly name: string;
  readonly locale: Locale;
}

export function Pictures(props: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Folded onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.say("pictures", {}, props.locale)}</summary>
      {isOpen ? <Opened {...props} /> : null}
    </Folded>
  );
}

function Opened({ pictures, name, locale }: Props) {
  const t = translator(viewsWords, locale);
  const [by, setBy] = useState<string | null>(null);
  const [axes, setAxes] = useState<readonly [number, number]>([0, 1]);
  const [chosen, choose] = useState<Picture>("components");
  const { components, tree, spread, colours } = pictures;
  const there: readonly Picture[] = [
    ...(components ? (["components"] as const) : []),
    ...(tree ? (["tree"] as const) : []),
    ...(spread && spread.at.length > 0 ? (["densities"] as const) : []),
    ...(spread ? (["boxes"] as const) : []),
  ];
  const tab = there.includes(chosen) ? chosen : there[0];
  const column = by ?? colours[0]?.column ?? "";
  const figure = useMemo(
    () => (tab ? figureOf(pictures, tab, axes, { by: column === "" ? null : column, locale }) : null),
    [pictures, tab, axes, column, locale],
  );
  const axis = (label: string, at: 0 | 1) => (
    <SelectField
      label={label}
      value={String(axes[at])}
      readOnly={false}
      options={(components?.share ?? []).map((_, of) => ({ value: String(of), label: `PC${of + 1}` }))}
      onChange={(value) => setAxes(at === 0 ? [Number(value), axes[1]] : [axes[0], Number(value)])}
    />
  );
  return (
    <>
      {pictures.lacks.map((sentence) => (
        <Caption key={sentence.key}>{sentenceIn(sentence, locale)}</Caption>
      ))}
      {tab ? (
        <Tabs
          label={words.say("pictures", {}, locale)}
          value={tab}
          onChange={choose}
          options={there.map((value) => ({ value, label: words.say(`picture-${value}`, {}, locale) }))}
        />
      ) : null}
      {tab && (colours.length > 0 || tab === "components") ? (
        <FieldRow>
          {tab === "components" && (components?.share.length ?? 0) > 1 ? (
            <>
              {axis(words.say("axis-across", {}, locale), 0)}
              {axis(words.say("axis-up", {}, locale), 1)}
            </>
          ) : null}
          {colours.length > 0 ? (
            <SelectField
              label={t("coloured-by")}
              value={column}
              readOnly={false}
              options={[...colours.map((one) => ({ value: one.column, label: one.column })), { value: "", label: t("none") }]}
              onChange={setBy}
            />
          ) : null}
        </FieldRow>
      ) : null}
      {figure ? <PlotlyFigure figure={figure} name={`${name}_${tab}`} /> : null}
      {tab ? (
        <Caption>
          {words.say(
            `says-${tab}`,
            {
              n: tab === "densities" || tab === "boxes" ? (spread?.features ?? 0) : pictures.features,
              scale: words.say(`axis-${pictures.scale}`, {}, locale),
            },
            locale,
          )}
        </Caption>
      ) : null}
      {tab === "components" && components ? <Associations of={components} locale={locale} /> : null}
    </>
  );
}

function figureOf(pictures: QualityPictures, tab: Picture, [x, y]: readonly [number, number], look: Look): Figure | null {
  if (tab === "components") return componentsFigure(pictures, x, y, look);
  if (tab === "tree") return treeFigure(pictures, look);
  return tab === "densities" ? densitiesFigure(pictures, look) : boxesFigure(pictures, look);
}

/** A row a column of the sheet, a field a component: share explained, and how sure that is. */
function Associations({ of, locale }: { readonly of: NonNullable<QualityPictures["components"]>; readonly locale: Locale }) {
  const columns = [...new Set(of.associations.map(({ column }) => column))];
  if (columns.length === 0) return null;
  const field = (column: string, component: number) => {
    const found = of.associations.find((one) => one.column === column && one.component === component);
    if (!found) return "–";
    const says = words.say(
      "association",
      {
        r2: formatNumber(found.r2, locale),
        p: formatNumber(found.p, locale),
        adjusted: formatNumber(found.adjusted, locale),
        n: found.n,
      },
      locale,
    );
    const share = formatNumber(Math.round(found.r2 * 1000) / 1000, locale);
    const p = <small>{`p ${formatNumber(Number(found.adjusted.toPrecision(2)), locale)}`}</small>;
    return (
      <span title={says}>
        {found.adjusted < 0.05 ? <strong>{share}</strong> : share} {p}
      </span>
    );
  };
  return (
    <>
      <MetricTable
        caption={words.say("associations", {}, locale)}
        columns={[
          { title: words.say("column", {}, locale) },
          ...of.share.map((share, at) => ({
            title: `PC${at + 1} (${formatNumber(Math.round(share * 1000) / 10, locale)} %)`,
            number: true,
          })),
        ]}
        rows={columns.map((column) => [column, ...of.share.map((_, at) => field(column, at))])}
      />
      <Caption>
        {words.say("associations-say", {}, locale)}
        {of.more > 0 ? ` ${words.say("associations-more", { n: of.more }, locale)}` : ""}
      </Caption>
    </>
  );
}
