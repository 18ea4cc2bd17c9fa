// A published dashboard, as its readers see it: exactly what was published, parameters live within the values that were
// computed, how each tile was made. Needs nobody signed in when the address is a link.

import Dialog from "@mui/material/Dialog";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { PlotContext } from "@genomecraft/cells/ui/plot-context.ts";
import type { Dashboard, DashboardTiles, PublishedTile, TurnedTile } from "@genomecraft/collab-server/contract/publications.ts";
import { api, useApi } from "../api/client.ts";
import { Refusal } from "../app/Refusal.tsx";
import { useScreen } from "../app/screen.tsx";
import { Ago } from "../app/time.tsx";
import { Icon } from "../app/icons.tsx";
import { loadPlotly } from "../plot/load-plotly.ts";
import { Link, navigate } from "../router/navigate.tsx";
import { kindName } from "../kinds/kind-words.ts";
import { withoutParameters } from "./reader-layout.ts";
import { TileView } from "./TileView.tsx";
import { atFirst, valuesInAddress, valuesOfAddress } from "./values-in-address.ts";
import { ParameterControl } from "./ParameterControl.tsx";
import "./reader.css";

export function ReaderPage({ slug }: { readonly slug: string }) {
  const { t } = useScreen();
  const found = useApi<Dashboard>(`/read/${encodeURIComponent(slug)}`);
  const dashboard = found.value;
  useEffect(() => {
    if (dashboard) document.title = `${dashboard.title} · GenomeCraft`;
  }, [dashboard]);
  if (!dashboard) {
    return (
      <main id="main" className="centre">
        {found.error ? (
          <div className="card stack">
            <h1>{t("dashboard-not-here")}</h1>
            <p>{found.error.message}</p>
            {found.error.status === 401 ? (
              <Link className="btn fill" to={`/sign-in?next=${encodeURIComponent(`/d/${slug}`)}`}>
                {t("sign-in")}
              </Link>
            ) : null}
          </div>
        ) : (
          <p className="muted" role="status">
            {t("opening")}
          </p>
        )}
      </main>
    );
  }
  return (
    <PlotContext value={loadPlotly}>
      <Opened dashboard={dashboard} slug={slug} />
    </PlotContext>
  );
}

function Opened({ dashboard, slug }: { readonly dashboard: Dashboard; readonly slug: string }) {
  const { t } = useScreen();
  const [values, setValues] = useState<{ readonly [tile: string]: Json }>(() => atFirst(dashboard.parameters));
  const [changed, setChanged] = useState<DashboardTiles["tiles"]>({});
  const [wrong, setWrong] = useState<string | null>(null);
  const turns = useRef(0);
  const shown = useMemo(
    () => withoutParameters(dashboard.tiles, new Set(dashboard.parameters.map((item) => item.tile))),
    [dashboard],
  );

  const turn = async (next: { readonly [tile: string]: Json }): Promise<void> => {
    setValues(next);
    const mine = ++turns.current;
    const query = new URLSearchParams(Object.entries(next).map(([key, item]) => [key, JSON.stringify(item)]));
    const answer = await api.ask<DashboardTiles>(`/read/${encodeURIComponent(slug)}/tiles?${query}`);
    // The newest request wins.
    if (mine !== turns.current) return;
    if (answer.ok) {
      setChanged(answer.value.tiles);
      setWrong(null);
    } else setWrong(answer.error.message);
  };
  const set = (tile: string, value: Json): void => {
    const next = { ...values, [tile]: value };
    navigate(`${location.pathname}${valuesInAddress(dashboard.parameters, next)}`, { replace: true });
    void turn(next);
  };
  // An address that holds values opens with them.
  useEffect(() => {
    const asked = valuesOfAddress(dashboard.parameters, location.search);
    if (valuesInAddress(dashboard.parameters, asked) !== "") void turn(asked);
    // Once: later the address follows what is turned.
  }, [dashboard]);

  return (
    <div className="reader">
      <header className="reader-head">
        <h1 className="clip">{dashboard.title}</h1>
        <span className="muted caption">
          {t("version-n", { n: dashboard.version })} · <Ago at={dashboard.publishedAt} /> · {dashboard.labs.join(", ")}
        </span>
      </header>
      {dashboard.parameters.length > 0 && !dashboard.withdrawn ? (
        <section className="reader-parameters" aria-label={t("parameters")}>
          {dashboard.parameters.map((item) => (
            <ParameterControl
              key={item.tile}
              parameter={item}
              value={values[item.tile] ?? null}
              onChange={(value) => set(item.tile, value)}
            />
          ))}
        </section>
      ) : null}
      <main id="main">
        {dashboard.withdrawn ? (
          <div className="notice" role="status">
            <p>
              {t("withdrawn-words", { name: dashboard.withdrawn.by })} <Ago at={dashboard.withdrawn.at} />.
            </p>
            {dashboard.withdrawn.reason === null ? null : <p>{dashboard.withdrawn.reason}</p>}
          </div>
        ) : null}
        {wrong ? <Refusal>{wrong}</Refusal> : null}
        <div className="reader-grid">
          {shown.map((tile) => (
            <Tile key={tile.id} tile={turned(tile, changed[tile.id])} all={dashboard.tiles} />
          ))}
        </div>
        <p className="caption muted reader-foot">{t("made-with")}</p>
      </main>
    </div>
  );
}

/** What was published before tiles said how they are made under other values keeps that to itself. */
function turned(tile: PublishedTile, change: TurnedTile | undefined): PublishedTile {
  if (!change) return tile;
  const { tried: _of, ...as } = tile;
  return { ...as, ...change, title: change.title ?? tile.title, made: change.made ?? [] };
}

function Tile({ tile, all }: { readonly tile: PublishedTile; readonly all: readonly PublishedTile[] }) {
  const { t, locale } = useScreen();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const [shown, setShown] = useState<"large" | "made" | null>(null);
  const note = cardOf(tile.kind)?.frame === "prose";
  const open = (what: "large" | "made") => () => {
    setMenu(null);
    setShown(what);
  };
  const download = (): void => {
    setMenu(null);
    const { table } = tile;
    const text = table
      ? [table.columns.map((column) => column.name), ...table.rows].map((row) => row.map(csvCell).join(",")).join("\n")
      : JSON.stringify(tile.artifact ?? null, null, 2);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: table ? "text/csv" : "application/json" }));
    link.download = `${tile.title || tile.id}.${table ? "csv" : "json"}`;
    link.click();
  };
  return (
    <section
      className={note ? "tile note" : "tile card"}
      aria-label={tile.title || tile.kind}
      style={{ gridColumn: `${tile.x + 1} / span ${tile.w}`, gridRow: `${tile.y + 1} / span ${tile.h}` }}
    >
      {note ? null : (
        <div className="tile-head">
          <h2 className="clip grow">{tile.title}</h2>
          <button
            type="button"
            className="btn icon"
            aria-label={t("tile-more", { title: tile.title })}
            aria-haspopup="menu"
            onClick={(event) => setMenu(event.currentTarget)}
          >
            <Icon name="more" />
          </button>
        </div>
      )}
      <div
        className="tile-body"
        tabIndex={note ? undefined : 0}
        role={note ? undefined : "group"}
        aria-label={note ? undefined : tile.title}
      >
        <TileView tile={tile} />
      </div>
      {tile.tried?.map(({ kind, n }) => (
        <p key={kind} className="caption muted tile-tried">
          {t("tried-before", { n, kind: kindName(kind, locale) })}
        </p>
      ))}
      <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
        <MenuItem onClick={open("large")}>{t("enlarge")}</MenuItem>
        <MenuItem onClick={open("made")}>{t("how-it-was-made")}</MenuItem>
        {/* A figure has PNG and SVG in its own row of tools. */}
        {tile.type === "figure" ? null : <MenuItem onClick={download}>{t("download")}</MenuItem>}
      </Menu>
      <Dialog
        open={shown !== null}
        onClose={() => setShown(null)}
        maxWidth={shown === "large" ? "xl" : "sm"}
        fullWidth
        aria-labelledby={`${tile.id}-dialog`}
      >
        <div className="dialog-body">
          <div className="row">
            <h2 id={`${tile.id}-dialog`} className="grow">
              {shown === "made" ? t("how-made-title", { title: tile.title }) : tile.title}
            </h2>
            <button type="button" className="btn icon" aria-label={t("close")} onClick={() => setShown(null)}>
              ✕
            </button>
          </div>
          {shown === "large" ? <TileView tile={tile} large /> : shown === "made" ? <Made tile={tile} all={all} /> : null}
        </div>
      </Dialog>
    </section>
  );
}

/** From the files down to the tile. Steps that are not published are named by their kind alone. */
function Made({ tile, all }: { readonly tile: PublishedTile; readonly all: readonly PublishedTile[] }) {
  const { t, locale } = useScreen();
  return (
    <ol className="made">
      {tile.made.map((step, index) => {
        const name = step.name ?? all.find((other) => other.id === step.tile)?.title ?? null;
        const kind = step.kind === "dataset" ? t("a-data-file") : kindName(step.kind, locale);
        return (
          <li key={`${step.fingerprint}-${index}`}>
            <b>{name ?? kind}</b> {name === null ? null : <span className="muted">{kind}</span>}
            <small className="muted">
              {[
                name === null && step.kind !== "dataset" ? <span key="step">{t("step-unpublished")}</span> : null,
                step.at ? <Ago key="at" at={step.at} /> : null,
                step.fingerprint ? (
                  <span key="fingerprint" title={step.fingerprint}>
                    {t("fingerprint")} <span className="mono">{step.fingerprint.slice(0, 8)}</span>
                  </span>
                ) : null,
              ]
                .filter((part) => part !== null)
                .flatMap((part, place) => (place === 0 ? [part] : [" · ", part]))}
            </small>
          </li>
        );
      })}
    </ol>
  );
}

/** Text that a spreadsheet would take for a formula is quoted as text. */
export const csvCell = (value: Json): string => {
  const text = value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = typeof value === "string" && /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
};
