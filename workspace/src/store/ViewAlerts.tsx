// What whoever uses a feature view is told of it: at home, and above what a cell made with it. What has drifted and what is not fresh
// any more is named, with the way to the view; its lab says there that it was looked at.

import type { FileRef } from "@genomecraft/cells/base/refs.ts";
import { useState } from "react";
import { api, useApi } from "../api/client.ts";
import type { FeatureAlerts } from "../api/answers.ts";
import { AskFirst } from "../app/AskFirst.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { Link } from "../router/navigate.tsx";
import { DriftSign } from "./DriftSign.tsx";

type Alert = FeatureAlerts["alerts"][number];
/** More are said on the view's own page. */
const mostLines = 4;
const everyMs = 60_000;

function AlertLines({ alert }: { readonly alert: Alert }) {
  const { t } = useScreen();
  const lines = [...alert.findings.map(({ message }) => message), ...alert.stale];
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {lines.slice(0, mostLines).map((line) => (
        <li key={line} style={{ overflowWrap: "anywhere" }}>
          {line}
        </li>
      ))}
      {lines.length > mostLines ? <li className="muted">{t("alert-more", { n: lines.length - mostLines })}</li> : null}
    </ul>
  );
}

function AlertHead({ alert }: { readonly alert: Alert }) {
  const { t } = useScreen();
  const { view, version, against, findings } = alert;
  return (
    <>
      <Link className="main" to={`/store/${encodeURIComponent(view.id)}`}>
        {view.name}
      </Link>{" "}
      <span className="muted">{t("version-n", { n: version })}</span>{" "}
      {findings.length > 0 ? <DriftSign level={alert.level} /> : <b style={{ color: "var(--gc-stale)" }}>{t("not-fresh")}</b>}{" "}
      {findings.length > 0 && against !== null ? t("drift-against", { n: against }) : null}
    </>
  );
}

/** At home: views that one's notebooks use, and those of one's labs. */
export function AlertsAtHome() {
  const { t } = useScreen();
  const found = useApi<FeatureAlerts>("/feature-alerts", everyMs);
  const alerts = found.value?.alerts ?? [];
  if (alerts.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="feature-alerts">
      <h2 id="feature-alerts">{t("alerts-title")}</h2>
      <ul className="list">
        {alerts.map((alert) => (
          <li key={alert.view.id} style={{ flexWrap: "wrap" }} data-testid="feature-alert">
            <div className="grow stack" style={{ flexBasis: 260, minWidth: 0, gap: 4 }}>
              <span>
                <AlertHead alert={alert} />
              </span>
              <AlertLines alert={alert} />
              <UsedIn alert={alert} />
            </div>
            {alert.mayAcknowledge ? <LookedAt view={alert.view} version={alert.version} done={found.reload} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function UsedIn({ alert }: { readonly alert: Alert }) {
  const { t } = useScreen();
  const titles = new Map(alert.cells.map(({ notebook, title }) => [notebook, title]));
  return (
    <span className="caption muted">
      {alert.view.lab.name}
      {titles.size > 0 ? ` · ${t("used-by")} ` : ""}
      {[...titles].map(([notebook, title], at) => (
        <span key={notebook}>
          {at > 0 ? ", " : ""}
          <Link to={`/n/${encodeURIComponent(notebook)}`}>{title || t("untitled")}</Link>
        </span>
      ))}
    </span>
  );
}

/** Whoever is of its lab says what came of it; nobody is told of this version any more. */
export function LookedAt({
  view,
  version,
  done,
}: {
  readonly view: { readonly id: string; readonly name: string };
  readonly version: number;
  done(): void;
}) {
  const { t } = useScreen();
  return (
    <AskFirst
      label={`${t("looked-at")}: ${view.name}`}
      className="btn line dense"
      asks={t("looked-at-asks", { name: view.name, n: version })}
      act={t("looked-at")}
      why={t("looked-at-why")}
      onYes={async (why) => {
        const answer = await api.post(`/feature-views/${encodeURIComponent(view.id)}/acknowledgements`, { version, why });
        if (!answer.ok) toast(answer.error.message, { wrong: true });
        done();
      }}
    >
      {t("looked-at")}
    </AskFirst>
  );
}

/** Above what a cell shows, of the views that it reads. */
export function AlertsOfCell({ files }: { readonly files: readonly FileRef[] }) {
  const ids = [...new Set(files.flatMap(({ dataset }) => dataset ?? []))];
  return ids.map((id) => <AlertOfCell key={id} id={id} />);
}

function AlertOfCell({ id }: { readonly id: string }) {
  const { t } = useScreen();
  const [folded, setFolded] = useState(true);
  const found = useApi<FeatureAlerts>(`/feature-alerts?view=${encodeURIComponent(id)}`, everyMs);
  const alert = found.value?.alerts[0];
  if (!alert) return null;
  return (
    <div className="notice" role="status" data-testid="alert-of-cell">
      <span>
        <AlertHead alert={alert} />
      </span>{" "}
      <button type="button" className="btn quiet dense" aria-expanded={!folded} onClick={() => setFolded(!folded)}>
        {t(folded ? "alert-what" : "alert-fold")}
      </button>
      {folded ? null : <AlertLines alert={alert} />}
    </div>
  );
}
