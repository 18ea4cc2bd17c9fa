// One feature of a view: its distribution over versions, over time and by lab, what was told of it and by whom it was looked at, and
// who uses it.

import { type FeatureSummary, summaryShares } from "@genomecraft/cells/features/feature-summary.ts";
import { useApi } from "../api/client.ts";
import type { FeaturePage as Answer } from "../api/answers.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { nameOf } from "../app/person.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { DriftSign } from "./DriftSign.tsx";
import { type BoxGroup, GroupBoxes } from "./GroupBoxes.tsx";
import { UsingCells } from "./UsingCells.tsx";

type Version = Answer["versions"][number];
type Groups = NonNullable<Answer["overTime"]>;
type ColumnOf = FeatureSummary["columns"][number];

export function FeaturePage({ entry, feature }: { readonly entry: string; readonly feature: string }) {
  const { t } = useScreen();
  const at = `/feature-views/${encodeURIComponent(entry)}/features/${encodeURIComponent(feature)}`;
  const found = useApi<Answer>(at);
  const page = found.value;
  const back = `/store/${encodeURIComponent(entry)}`;
  return (
    <PageFrame title={feature}>
      <p>
        <Link to="/store">{t("store")}</Link> / <Link to={back}>{page?.view.name ?? t("feature-view")}</Link>
      </p>
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {page ? (
        <div className="stack" style={{ gap: 24 }}>
          <p className="muted">
            {page.view.lab.name} · {t("version-n", { n: page.view.version })} · {t("entity-noun")} <b>{page.view.entity}</b>
            {unitOf(page) ? ` · ${unitOf(page)}` : null}
            {page.least > 0 ? ` · ${t("feature-least", { n: page.least })}` : null}
          </p>
          <section className="stack">
            <h2>{t("feature-over-versions")}</h2>
            <GroupBoxes
              title={t("feature-over-versions")}
              groups={[...page.versions].reverse().flatMap((one) => groupOfVersion(one, t))}
            />
          </section>
          <Grouped title={t("feature-by-time")} found={page.overTime} none={t("feature-no-time")} />
          <Grouped title={t("feature-by-lab")} found={page.byLab} none={t("feature-no-lab")}>
            <p className="caption muted">{t("feature-labs", { labs: page.labs.map(({ name }) => name).join(", ") })}</p>
          </Grouped>
          <History versions={page.versions} />
          <section className="stack">
            <h2>{t("used-by")}</h2>
            {page.usage.cells.length === 0 && page.usage.unseen === 0 ? <p className="empty">{t("feature-unused")}</p> : null}
            <ul className="list">
              <UsingCells cells={page.usage.cells} />
              {page.usage.unseen > 0 ? <li className="muted">{t("used-unseen", { n: page.usage.unseen })}</li> : null}
            </ul>
          </section>
        </div>
      ) : null}
    </PageFrame>
  );
}

const columnOf = ({ column }: Version): ColumnOf | null => (column as ColumnOf | null) ?? null;
const unitOf = ({ versions }: Answer): string => (versions[0] ? (columnOf(versions[0])?.unit ?? "") : "");

const boxShares = [0.05, 0.25, 0.5, 0.75, 0.95];

function groupOfVersion(version: Version, t: ReturnType<typeof useScreen>["t"]): readonly BoxGroup[] {
  const column = columnOf(version);
  if (!column) return [];
  const { values, missing } = column;
  const shared = { name: t("version-short", { n: version.version }), rows: version.rows, missing };
  if (values.sort === "texts")
    return [
      { ...shared, quantiles: null, levels: (values.levels ?? []).filter(({ n }) => n > 0).slice(0, 6), rest: values.rest },
    ];
  const { quantiles } = values;
  const chosen =
    quantiles && boxShares.map((share) => quantiles[summaryShares.findIndex((each) => each === share)] ?? Number.NaN);
  return [{ ...shared, quantiles: chosen, levels: null }];
}

function Grouped({
  title,
  found,
  none,
  children,
}: {
  readonly title: string;
  readonly found: Groups | null;
  readonly none: string;
  readonly children?: React.ReactNode;
}) {
  const { t } = useScreen();
  return (
    <section className="stack">
      <h2>{title}</h2>
      {found ? (
        <>
          <p className="muted">
            {found.column}
            {found.period ? ` · ${t(`period-${found.period}`)}` : null}
          </p>
          {found.groups.length > 0 ? (
            <GroupBoxes
              title={title}
              groups={found.groups.map(({ name, rows, missing, values }) => ({
                name,
                rows,
                missing,
                quantiles: values.sort === "numbers" ? values.quantiles : null,
                levels: values.sort === "texts" ? values.levels : null,
                ...(values.sort === "texts" ? { rest: values.rest } : {}),
              }))}
            />
          ) : null}
          {found.small > 0 ? <p className="caption muted">{t("groups-small", { n: found.small })}</p> : null}
          {found.more > 0 ? <p className="caption muted">{t("groups-more", { n: found.more })}</p> : null}
          {found.without > 0 ? <p className="caption muted">{t("groups-without", { n: found.without })}</p> : null}
        </>
      ) : (
        <p className="muted">{none}</p>
      )}
      {children}
    </section>
  );
}

/** What was told of it, version by version, and who has looked at it. */
function History({ versions }: { readonly versions: readonly Version[] }) {
  const { t } = useScreen();
  return (
    <section className="stack">
      <h2>{t("feature-history")}</h2>
      <ul className="list">
        {versions.map((version) => (
          <li key={version.version}>
            <div className="grow stack" style={{ gap: 4, minWidth: 0, overflowWrap: "anywhere" }}>
              <span>
                {t("version-n", { n: version.version })} <span className="caption muted">{nameOf(version.by)}</span>
                {columnOf(version) ? null : <span className="muted"> · {t("feature-absent")}</span>}
              </span>
              {version.findings.map(({ message, severity }) => (
                <span key={message} className="caption">
                  <DriftSign level={severity} /> {message}
                </span>
              ))}
              {version.acknowledged.map((seen) => (
                <span key={seen.at} className="caption muted">
                  {t("looked-at-by", { name: nameOf(seen.by) })} <Ago at={seen.at} />: {seen.why}
                </span>
              ))}
            </div>
            <span className="when">
              <Ago at={version.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
