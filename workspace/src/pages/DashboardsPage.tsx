// Dashboards: what one's labs published and what was published for them, with who may read it and until when.

import { useState } from "react";
import { useApi } from "../api/client.ts";
import type { PublicationRow } from "../api/answers.ts";
import { PageFrame } from "../app/PageFrame.tsx";
import { nameOf } from "../app/person.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import "../app/home.css";

export function DashboardsPage() {
  const { t } = useScreen();
  const found = useApi<{ readonly publications: readonly PublicationRow[] }>("/publications", 20_000);
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const all = found.value?.publications ?? [];
  const rows = all.filter((row) => `${row.title} ${row.lab.name} ${nameOf(row.by)}`.toLowerCase().includes(wanted));
  return (
    <PageFrame
      title={t("dashboards")}
      actions={
        all.length > 0 ? (
          <input
            className="input home-search"
            type="search"
            placeholder={t("search-dashboards")}
            aria-label={t("search-dashboards")}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        ) : null
      }
    >
      {found.error ? <p className="notice failed">{found.error.message}</p> : null}
      {rows.length > 0 ? (
        <ul className="list" aria-label={t("dashboards")}>
          {rows.map((row) => (
            <DashboardRow key={row.id} row={row} />
          ))}
        </ul>
      ) : found.loading ? null : (
        <p className="empty">{wanted === "" ? t("no-dashboards") : t("nothing-called", { name: typed.trim() })}</p>
      )}
    </PageFrame>
  );
}

function DashboardRow({ row }: { readonly row: PublicationRow }) {
  const { t } = useScreen();
  const readers =
    row.audience === "link" ? t("readers-link") : t("readers-labs", { labs: row.labs.map((lab) => lab.name).join(", ") });
  return (
    <li>
      <span className="grow" style={{ minWidth: 0 }}>
        <Link className="main" to={`/d/${row.slug}`}>
          {row.title}
        </Link>{" "}
        <span className="muted">{t("version-n", { n: row.version })}</span>{" "}
        {row.withdrawnAt === null ? null : <b style={{ color: "var(--gc-stale)" }}>{t("withdrawn")}</b>}
        <span className="caption muted" style={{ display: "block" }}>
          {row.lab.name} · {nameOf(row.by)} ·{" "}
          {row.inBin ? (
            t("in-bin-with-notebook")
          ) : row.withdrawnAt !== null ? (
            <>
              {t("withdrawn-words", { name: row.withdrawnBy ? nameOf(row.withdrawnBy) : "" })} <Ago at={row.withdrawnAt} />
              {row.withdrawnReason === null ? "" : `: ${row.withdrawnReason}`}
            </>
          ) : (
            <>
              {readers}
              {row.expiresAt === null ? null : (
                <>
                  {" "}
                  {t("readers-until")} <Ago at={row.expiresAt} />
                </>
              )}
            </>
          )}
        </span>
      </span>
      <span className="when">
        <Ago at={row.publishedAt} />
      </span>
    </li>
  );
}
