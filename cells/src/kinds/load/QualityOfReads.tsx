// What the reads of a loaded file are like: a line with how many there are, the qualities by position as a small picture, and the same
// as numbers behind a click.

import { useState } from "react";
import type { z } from "zod";
import type { Json } from "../../base/json.ts";
import { bodyOf } from "../../contract/report.ts";
import type { Locale } from "../../messages/locale.ts";
import { formatNumber } from "../../messages/translate.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";
import { Caption, Card, Quiet } from "../../ui/field-styles.ts";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { ReadVerdicts } from "./ReadVerdicts.tsx";
import { words } from "./words.ts";

type Body = z.output<typeof readQualityReport.schema>;
type Positions = Body["positions"];
type Likeness = Pick<Body, "reads" | "bases" | "positions">;

/** Of a wide screen and of a telephone: drawn for it, so that the numbers stay readable. */
const wide = 640;
const narrow = 350;
const height = 120;
/** Room for the numbers of the axis. */
const left = 28;
const bottom = 18;

export function ReadQualityView({ report, locale }: { readonly report: Json | undefined; readonly locale: Locale }) {
  const [isOpen, setOpen] = useState(false);
  const body = report === undefined ? null : bodyOf(readQualityReport, report);
  if (!body) return null;
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const { reads, bases, positions, encoding, mates = [] } = body;
  const scale = scaleOf([body, ...mates].flatMap((of) => of.positions));
  return (
    <div style={{ marginBottom: 8 }}>
      <Caption style={{ display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: 8, margin: 0 }}>
        {positions.length === 0
          ? say("quality-none", { reads })
          : say("quality-line", { reads, bases, mean: meanOf(body, locale), encoding })}
        {positions.length === 0 ? null : (
          <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say(isOpen ? "quality-hide" : "quality-show")}
          </Quiet>
        )}
      </Caption>
      {positions.length === 0 || mates.length > 0 ? null : (
        <Picture positions={positions} scale={scale} label={say("quality-picture")} />
      )}
      {positions.length === 0 || mates.length === 0 ? null : (
        <div style={{ display: "flex", flexWrap: "wrap", columnGap: 24 }}>
          {mates.map((mate, at) => (
            <figure key={`R${at + 1}`} style={{ margin: "8px 0 0", flex: `0 1 ${narrow}px` }}>
              <figcaption>
                <Caption style={{ margin: 0 }}>
                  {say("quality-of-mate", { mate: at + 1, mean: meanOf(mate, locale), bases: mate.bases })}
                </Caption>
              </figcaption>
              <Picture
                positions={mate.positions}
                scale={scale}
                isNarrow
                label={`${say("quality-mate", { mate: at + 1 })}. ${say("quality-picture")}`}
              />
            </figure>
          ))}
        </div>
      )}
      {positions.length === 0 ? null : <Caption>{say("quality-picture")}</Caption>}
      {body.modules && body.modules.length > 0 ? <ReadVerdicts modules={body.modules} locale={locale} /> : null}
      {mates.map((mate, at) =>
        mate.modules && mate.modules.length > 0 ? (
          <div key={`R${at + 1}`}>
            <Caption style={{ margin: 0 }}>{say("quality-mate", { mate: at + 1 })}</Caption>
            <ReadVerdicts modules={mate.modules} locale={locale} />
          </div>
        ) : null,
      )}
      {isOpen && mates.length === 0 ? <Numbers positions={positions} title={say("quality-by-position")} locale={locale} /> : null}
      {isOpen
        ? mates.map((mate, at) => (
            <Numbers
              key={`R${at + 1}`}
              positions={mate.positions}
              title={`${say("quality-mate", { mate: at + 1 })}: ${say("quality-by-position")}`}
              locale={locale}
            />
          ))
        : null}
    </div>
  );
}

const meanOf = ({ positions, bases }: Likeness, locale: Locale): string => {
  const sum = positions.reduce((all, each) => all + each.mean * each.bases, 0);
  return formatValue(Math.round((sum / Math.max(1, bases)) * 10) / 10, locale);
};

/** Mates are drawn in one scale, so that the eye compares them. */
interface Scale {
  readonly last: number;
  readonly least: number;
  readonly most: number;
}
const scaleOf = (positions: Positions): Scale => ({
  last: Math.max(1, ...positions.map(({ to }) => to)),
  least: Math.min(0, ...positions.map(({ p10 }) => p10)),
  most: Math.max(40, ...positions.map(({ p90 }) => p90)),
});

/** From the tenth to the ninetieth percentile, within it the middle half, and the median; each as wide as its positions. */
function Picture({
  positions,
  scale: { last, least, most },
  label,
  isNarrow = false,
}: {
  readonly positions: Positions;
  readonly scale: Scale;
  readonly label: string;
  readonly isNarrow?: boolean;
}) {
  const [width] = useState(() => (isNarrow || globalThis.innerWidth < 720 ? narrow : wide));
  const x = (position: number): number => left + (position / last) * (width - left - 4);
  const y = (quality: number): number => 4 + ((most - quality) / (most - least)) * (height - bottom - 4);
  const band = (low: "p10" | "q1", high: "p90" | "q3"): string =>
    positions
      .map(
        (each) => `M${at(x(each.from - 1))} ${at(y(each[high]))}H${at(x(each.to))}V${at(y(each[low]))}H${at(x(each.from - 1))}Z`,
      )
      .join("");
  const median = positions.map((each) => `M${at(x(each.from - 1))} ${at(y(each.median))}H${at(x(each.to))}`).join("");
  const ticks = [0, 10, 20, 30, 40].filter((each) => each >= least && each <= most);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      style={{ display: "block", width: "100%", maxWidth: width, marginTop: 8, fontSize: 11 }}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={left} x2={width - 4} y1={y(tick)} y2={y(tick)} stroke="var(--gc-line)" />
          <text x={left - 6} y={y(tick) + 4} textAnchor="end" fill="var(--gc-muted)">
            {tick}
          </text>
        </g>
      ))}
      <path d={band("p10", "p90")} fill="var(--gc-chart-1)" opacity="0.25" />
      <path d={band("q1", "q3")} fill="var(--gc-chart-1)" opacity="0.5" />
      <path d={median} stroke="var(--gc-text)" strokeWidth="1.5" fill="none" />
      {[1, Math.ceil(last / 2), last]
        .filter((tick, index, all) => all.indexOf(tick) === index)
        .map((tick) => (
          <text
            key={tick}
            x={x(tick - 0.5)}
            y={height - 4}
            textAnchor={tick === last ? "end" : tick === 1 ? "start" : "middle"}
            fill="var(--gc-muted)"
          >
            {tick}
          </text>
        ))}
    </svg>
  );
}

const at = (value: number): string => value.toFixed(1);

function Numbers({
  positions,
  title,
  locale,
}: {
  readonly positions: Positions;
  readonly title: string;
  readonly locale: Locale;
}) {
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const percent = (share: number): string => formatValue(Math.round(share * 1000) / 10, locale);
  return (
    <Card style={{ marginTop: 8 }}>
      <div style={{ maxHeight: 260, overflow: "auto" }}>
        <MetricTable
          caption={title}
          columns={[
            { title: say("quality-position"), number: true },
            { title: say("quality-bases"), number: true },
            { title: say("quality-mean"), number: true },
            { title: "10 %", number: true },
            { title: "25 %", number: true },
            { title: say("quality-median"), number: true },
            { title: "75 %", number: true },
            { title: "90 %", number: true },
            ...["A, %", "C, %", "G, %", "T, %", "N, %"].map((title) => ({ title, number: true as const })),
          ]}
          rows={positions.map(({ from, to, bases, mean, p10, q1, median, q3, p90, content }) => [
            from === to ? formatNumber(from, locale) : `${formatNumber(from, locale)}–${formatNumber(to, locale)}`,
            formatNumber(bases, locale),
            formatValue(Math.round(mean * 100) / 100, locale),
            ...[p10, q1, median, q3, p90].map((each) => formatValue(each, locale)),
            ...[content.a, content.c, content.g, content.t, content.n].map(percent),
          ])}
        />
      </div>
    </Card>
  );
}
