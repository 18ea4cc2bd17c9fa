// Notebooks as cards: a thumbnail, the title, who wrote in it last and when. Thumbnails are asked for when they come into
// view.

import { useEffect, useRef, useState } from "react";
import { thumbnailSize } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { NotebookThumbnail } from "@genomecraft/collab-server/contract/notebooks.ts";
import { api, useApi } from "../api/client.ts";
import type { NotebookRow } from "../api/answers.ts";
import { Icon } from "../app/icons.tsx";
import { Avatar } from "../app/person.tsx";
import { toast, useScreen } from "../app/screen.tsx";
import { ThumbnailMarks } from "../app/ThumbnailMarks.tsx";
import { Ago } from "../app/time.tsx";
import { Link } from "../router/navigate.tsx";
import { NotebookCardMenu } from "./NotebookCardMenu.tsx";
import "../app/home.css";

export function NotebookCards({
  label,
  rows,
  onChanged,
}: {
  readonly label: string;
  readonly rows: readonly NotebookRow[];
  /** One was renamed, copied or put into the bin. */
  onChanged(): void;
}) {
  const { t } = useScreen();
  const [renaming, setRenaming] = useState<string | null>(null);
  return (
    <ul className="notebook-cards" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className="notebook-card card">
          <Thumbnail id={row.id} />
          <div className="notebook-card-words">
            <span className="notebook-card-head">
              {renaming === row.id ? (
                <TitleField
                  row={row}
                  onDone={() => {
                    setRenaming(null);
                    onChanged();
                  }}
                />
              ) : (
                <Link className="notebook-card-link grow" to={`/n/${row.id}`} title={row.title}>
                  {row.title || t("untitled")}
                </Link>
              )}
              <Star row={row} onChanged={onChanged} />
              <NotebookCardMenu row={row} onRename={() => setRenaming(row.id)} onChanged={onChanged} />
            </span>
            <span className="caption muted clip">
              {row.lab.name} · {t(`role-${row.role}`)}
            </span>
            <span className="notebook-card-foot caption muted">
              {row.editors.length > 0 ? (
                <span
                  className="avatars"
                  role="img"
                  aria-label={t("last-edited-by", { names: row.editors.map((person) => person.name).join(", ") })}
                >
                  {row.editors.slice(0, 4).map((person) => (
                    <Avatar key={person.name} name={person.name} />
                  ))}
                </span>
              ) : null}
              <span className="grow clip">
                <Ago at={row.updatedAt} />
              </span>
              {t("n-cells", { n: row.cellCount })}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A favourite of one's own: nobody else sees it. */
function Star({ row, onChanged }: { readonly row: NotebookRow; onChanged(): void }) {
  const { t } = useScreen();
  const turn = async (): Promise<void> => {
    const answer = await api.put(`/notebooks/${encodeURIComponent(row.id)}/star`, { starred: !row.starred });
    if (!answer.ok) toast(answer.error.message, { wrong: true });
    onChanged();
  };
  return (
    <button
      type="button"
      className={row.starred ? "btn icon notebook-card-act starred" : "btn icon notebook-card-act"}
      aria-pressed={row.starred}
      aria-label={t("star-it", { name: row.title || t("untitled") })}
      onClick={() => void turn()}
    >
      <Icon name="star" />
    </button>
  );
}

function TitleField({ row, onDone }: { readonly row: NotebookRow; onDone(): void }) {
  const { t } = useScreen();
  const [title, setTitle] = useState(row.title);
  const isOver = useRef(false);
  const finish = (kept: boolean): void => {
    if (isOver.current) return;
    isOver.current = true;
    if (!kept || title.trim() === "" || title.trim() === row.title) onDone();
    else
      void api.patch(`/notebooks/${encodeURIComponent(row.id)}`, { title: title.trim() }).then((answer) => {
        if (!answer.ok) toast(answer.error.message, { wrong: true });
        onDone();
      });
  };
  return (
    <input
      className="input dense grow"
      aria-label={t("title-of-notebook")}
      value={title}
      maxLength={200}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish(true);
        if (event.key === "Escape") finish(false);
      }}
    />
  );
}

/** True from the moment that the element has come near to what is seen. */
function useSeen(): { readonly box: React.RefObject<HTMLDivElement | null>; readonly seen: boolean } {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!box.current || seen) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: "200px",
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [seen]);
  return { box, seen };
}

function Thumbnail({ id }: { readonly id: string }) {
  const { box, seen } = useSeen();
  const found = useApi<NotebookThumbnail>(seen ? `/notebooks/${encodeURIComponent(id)}/thumbnail` : null);
  const { width, height } = thumbnailSize;
  return (
    <div ref={box} className="notebook-thumbnail" aria-hidden="true">
      {found.value ? (
        <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid meet">
          {found.value.figure ? <ThumbnailMarks marks={found.value.figure} /> : <Outline kinds={found.value.kinds} />}
        </svg>
      ) : null}
    </div>
  );
}

/** Without a figure: the cells as they stand below each other, notes as lines of text, the rest as blocks. */
function Outline({ kinds }: { readonly kinds: readonly string[] }) {
  const rows = [];
  let top = 10;
  for (const [index, kind] of kinds.entries()) {
    const card = cardOf(kind);
    const control = card?.frame === "control";
    const prose = card?.frame === "prose";
    const tall = card?.picture ? 20 : prose || control ? 6 : 12;
    if (top + tall > thumbnailSize.height - 6) break;
    rows.push(
      prose ? (
        <path
          key={index}
          d={`M24 ${top + 1.5}H${index === 0 ? 92 : 128}${index === 0 ? "" : `M24 ${top + 5}H104`}`}
          stroke="var(--gc-control)"
          strokeWidth={index === 0 ? 3 : 1.5}
          strokeOpacity={0.6}
        />
      ) : (
        <rect
          key={index}
          x={24}
          y={top}
          width={control ? 44 : 112}
          height={tall}
          rx={1.5}
          fill={control ? "var(--gc-accent)" : "var(--gc-surface)"}
          fillOpacity={control ? 0.3 : 1}
          stroke="var(--gc-line)"
          strokeWidth={control ? 0 : 1}
        />
      ),
    );
    top += tall + 5;
  }
  return rows;
}
