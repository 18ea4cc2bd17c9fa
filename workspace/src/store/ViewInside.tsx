// What a feature view holds: each feature with its distribution now and over the versions, and two versions compared.

import type { FeatureSummary } from "@genomecraft/cells/features/feature-summary.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";
import { useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { DriftAnswer, FeatureViewAnswer, NewMaterialisation } from "../api/answers.ts";
import { nameOf } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { DriftSign } from "./DriftSign.tsx";
import { LookedAt } from "./ViewAlerts.tsx";
import { ViewRules } from "./ViewRules.tsx";

type Version = FeatureViewAnswer["versions"][number];
type ColumnOf = FeatureSummary["columns"][number];
const summaryOf = (version: Version): FeatureSummary | null => (version.summary as FeatureSummary | null) ?? null;

export function ViewInside({ view, at, reload }: { readonly view: FeatureViewAnswer; readonly at: string; reload(): void }) {
  const { t } = useScreen();
  const [busy, setBusy] = useState(false);
  const again = async (): Promise<void> => {
    setBusy(true);
    const answer = await api.post<NewMaterialisation>(`${at}/versions`);
    setBusy(false);
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    else for (const said of answer.value.stale) toast(said, { wrong: true });
    if (answer.ok) toast(t(answer.value.isSame ? "made-same" : "made-again", { n: answer.value.version }));
    reload();
  };
  const newest = view.versions[0];
  const { madeIn } = view;
  return (
    <>
      <section className="stack">
        <p>
          {t("entity-noun")} {view.entityNoun}: <b>{view.entity}</b>
          {view.time === null ? null : (
            <>
              {" · "}
              {t("time-column")}: <b>{view.time}</b>
            </>
          )}
          {view.rows === null ? null : ` · ${t("view-rows", { rows: view.rows, entities: view.entities ?? 0 })}`}
        </p>
        <p className="caption muted">
          {madeIn?.notebook.title ? (
            <Link to={`/n/${encodeURIComponent(madeIn.notebook.id)}#${encodeURIComponent(madeIn.cell)}`}>
              {t("made-in", { title: madeIn.notebook.title, cell: madeIn.cellName })}
            </Link>
          ) : (
            t("made-in-unseen")
          )}
        </p>
        {view.mayChange ? (
          <div className="row wrap">
            <button type="button" className="btn line dense" aria-busy={busy} disabled={busy} onClick={() => void again()}>
              {t("make-again")}
            </button>
            <label className="row">
              <input
                type="checkbox"
                checked={view.keepsUp}
                onChange={async (event) => {
                  const answer = await api.patch(at, { keepsUp: event.currentTarget.checked });
                  if (!answer.ok) toast(answer.error.message, { wrong: true });
                  reload();
                }}
              />
              <span>{t("keeps-up")}</span>
            </label>
          </div>
        ) : null}
        {(view.freshness ?? []).map((one) => (
          <p key={one.message} className={one.isFresh ? "muted" : "notice"}>
            {one.isFresh ? null : <b style={{ color: "var(--gc-stale)" }}>{t("not-fresh")}</b>} {one.message}
          </p>
        ))}
        {view.mayChange ? <ViewRules key={view.version} view={view} at={at} reload={reload} /> : null}
        {newest && newest.findings.length > 0 ? (
          <div className="notice">
            <p>
              <DriftSign level={view.drift} /> {newest.against === null ? null : t("drift-against", { n: newest.against })}
            </p>
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {newest.findings.map((finding) => (
                <li key={finding.message}>{finding.message}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {newest?.acknowledged.map((seen) => (
          <p key={seen.at} className="muted" style={{ overflowWrap: "anywhere" }}>
            {t("looked-at-by", { name: nameOf(seen.by) })} <Ago at={seen.at} />: {seen.why}
          </p>
        ))}
        {view.alert !== null && view.mayChange ? (
          <div className="row">
            <LookedAt view={view} version={view.version} done={reload} />
          </div>
        ) : null}
      </section>
      {newest && summaryOf(newest) ? <Features view={view} /> : null}
      {view.versions.length > 1 && view.right !== "restricted" ? <Compare view={view} at={at} /> : null}
      <section className="stack">
        <h2>{t("versions")}</h2>
        <ul className="list">
          {view.versions.map((version) => (
            <li key={version.version}>
              <span className="grow">
                {t("version-n", { n: version.version })}{" "}
                <DriftSign
                  level={
                    (["alert", "warn", "note"] as const).find((level) =>
                      version.findings.some(({ severity }) => severity === level),
                    ) ?? null
                  }
                />
                <span className="caption muted" style={{ display: "block" }}>
                  {version.rows === null ? null : `${t("view-rows", { rows: version.rows, entities: version.entities ?? 0 })} · `}
                  {nameOf(version.by)}
                </span>
              </span>
              <span className="when">
                <Ago at={version.createdAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Features({ view }: { readonly view: FeatureViewAnswer }) {
  const { t, locale } = useScreen();
  const newest = view.versions[0];
  const summary = newest ? summaryOf(newest) : null;
  if (!summary) return null;
  const features = summary.columns.filter(({ name }) => name !== view.entity && name !== view.time);
  return (
    <section className="stack">
      <h2>{t("features")}</h2>
      <div className="scroll-x">
        <table className="grid-table">
          <thead>
            <tr>
              <th>{t("features")}</th>
              <th>{t("version-n", { n: newest?.version ?? 1 })}</th>
              <th className="right">{t("col-missing")}</th>
              {view.versions.length > 1 ? <th>{t("feature-over-time")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {features.slice(0, 200).map((column) => (
              <tr key={column.name}>
                <td>
                  <Link to={`/store/${encodeURIComponent(view.id)}/${encodeURIComponent(column.name)}`}>{column.name}</Link>{" "}
                  {column.unit ? <span className="muted">{column.unit}</span> : null}
                </td>
                <td>
                  <Distribution column={column} />
                </td>
                <td className="right">{percent(column.missing / Math.max(1, summary.rows), locale)}</td>
                {view.versions.length > 1 ? (
                  <td>
                    <OverTime name={column.name} versions={view.versions} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const percent = (share: number, locale: "en" | "ru"): string => `${formatNumber(Math.round(share * 1000) / 10, locale)} %`;

/** Bars of the numbers, or the most frequent values. */
function Distribution({ column }: { readonly column: ColumnOf }) {
  const { locale } = useScreen();
  const { values } = column;
  if (values.sort === "texts") {
    const top = (values.levels ?? []).filter(({ n }) => n > 0).slice(0, 3);
    return (
      <span className="caption">
        {top.map(({ value, n }) => `${value} (${formatNumber(n, locale)})`).join(", ")}
        {values.distinct > top.length ? " …" : ""}
      </span>
    );
  }
  const { counts } = values.bars;
  const most = Math.max(1, ...counts);
  const width = 120;
  const bar = width / Math.max(1, counts.length);
  const [least, , , , , , , , greatest] = values.quantiles ?? [];
  const range = values.quantiles ? `${formatNumber(least ?? 0, locale)} … ${formatNumber(greatest ?? 0, locale)}` : "";
  return (
    <span style={{ display: "inline-block" }}>
      <svg width={width} height={28} role="img" aria-label={`${column.name}: ${range}`}>
        {counts.map((n, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
            key={at}
            x={at * bar}
            y={28 - (n / most) * 28}
            width={Math.max(1, bar - 1)}
            height={(n / most) * 28}
            fill="var(--gc-accent)"
          />
        ))}
      </svg>
      <span className="caption muted" style={{ display: "block" }}>
        {range}
      </span>
    </span>
  );
}

/** Medians of the versions, the oldest first, between the quartiles. */
function OverTime({ name, versions }: { readonly name: string; readonly versions: readonly Version[] }) {
  const { t } = useScreen();
  const points = [...versions].reverse().flatMap((version) => {
    const values = summaryOf(version)?.columns.find((column) => column.name === name)?.values;
    return values?.sort === "numbers" && values.quantiles ? [{ version: version.version, q: values.quantiles }] : [];
  });
  if (points.length < 2) return null;
  const lows = points.map(({ q }) => q[3] ?? 0);
  const highs = points.map(({ q }) => q[5] ?? 0);
  const [least, most] = [Math.min(...lows), Math.max(...highs)];
  const [width, height] = [120, 28];
  const x = (at: number): number => 4 + (at * (width - 8)) / (points.length - 1);
  const y = (value: number): number =>
    most === least ? height / 2 : height - 3 - ((value - least) / (most - least)) * (height - 6);
  return (
    <svg width={width} height={height} role="img" aria-label={`${name}, ${t("feature-over-time")}`}>
      {points.map(({ version, q }, at) => (
        <g key={version}>
          <line x1={x(at)} x2={x(at)} y1={y(q[3] ?? 0)} y2={y(q[5] ?? 0)} stroke="var(--gc-line)" strokeWidth={3} />
          <circle cx={x(at)} cy={y(q[4] ?? 0)} r={2.5} fill="var(--gc-accent)" />
        </g>
      ))}
      <polyline
        points={points.map(({ q }, at) => `${x(at)},${y(q[4] ?? 0)}`).join(" ")}
        fill="none"
        stroke="var(--gc-accent)"
        strokeWidth={1}
      />
    </svg>
  );
}

function Compare({ view, at }: { readonly view: FeatureViewAnswer; readonly at: string }) {
  const { t, locale } = useScreen();
  const [to, setTo] = useState(view.version);
  const [from, setFrom] = useState(view.version - 1);
  const found = useApi<DriftAnswer>(from === to ? null : `${at}/drift?from=${from}&to=${to}`);
  const pick = (label: string, value: number, set: (version: number) => void) => (
    <label className="row">
      <span className="muted">{label}</span>
      <select
        className="input dense"
        style={{ width: "auto" }}
        value={value}
        onChange={(event) => set(Number(event.currentTarget.value))}
      >
        {view.versions.map(({ version }) => (
          <option key={version} value={version}>
            {version}
          </option>
        ))}
      </select>
    </label>
  );
  const number = (value: number | null, digits = 3): string =>
    value === null ? "–" : formatNumber(Number(value.toPrecision(digits)), locale);
  return (
    <section className="stack">
      <h2>{t("compare-versions")}</h2>
      <div className="row wrap">
        {pick(t("compare-from"), from, setFrom)}
        {pick(t("compare-to"), to, setTo)}
      </div>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {found.value ? (
        <>
          {found.value.findings.length === 0 ? <p className="muted">{t("compare-nothing")}</p> : null}
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {found.value.findings.map((finding) => (
              <li key={finding.message}>
                <DriftSign level={finding.severity} /> {finding.message}
              </li>
            ))}
          </ul>
          <p className="caption muted">{t("compare-words")}</p>
          <div className="scroll-x">
            <table className="grid-table">
              <thead>
                <tr>
                  <th>{t("features")}</th>
                  <th className="right">{t("col-psi")}</th>
                  <th className="right">{t("col-ks")}</th>
                  <th className="right">{t("col-missing")}</th>
                  <th>{t("col-new")}</th>
                </tr>
              </thead>
              <tbody>
                {found.value.columns.map((column) => (
                  <tr key={column.name}>
                    <td>{column.name}</td>
                    <td className="right">{number(column.psi)}</td>
                    <td className="right">{column.ks === null ? "–" : `${number(column.ks)} (p ${number(column.ksP, 2)})`}</td>
                    <td className="right">
                      {percent(column.missingBefore, locale)} → {percent(column.missingNow, locale)}
                    </td>
                    <td style={{ overflowWrap: "anywhere" }}>
                      {column.newLevels
                        .slice(0, 5)
                        .map(({ value, n }) => `${value} (${n})`)
                        .join(", ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : null}
    </section>
  );
}
