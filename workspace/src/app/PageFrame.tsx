// The frame of every page but the notebook and the reader: top bar with the places one can go, then the page.

import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { type ReactNode, useEffect, useState } from "react";
import { Link, navigate, useRoute } from "../router/navigate.tsx";
import { Avatar } from "./person.tsx";
import { useMe, useScreen } from "./screen.tsx";

export function Brand() {
  return (
    <Link to="/" className="brand" aria-label="GenomeCraft">
      <Helix />
      <span className="hide-phone">GenomeCraft</span>
    </Link>
  );
}

/** Where there is nowhere to lead to yet: above the sign-in. */
export const BrandMark = () => (
  <p className="brand-mark">
    <Helix size={28} />
    GenomeCraft
  </p>
);

const Helix = ({ size = 20 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="var(--gc-accent)" />
    <path
      d="M10 5c0 11 12 11 12 22M22 5c0 11-12 11-12 22M11.500 9h9M11.500 23h9"
      fill="none"
      stroke="var(--gc-on-accent)"
      strokeWidth="2.500"
      strokeLinecap="round"
    />
  </svg>
);

export function PageFrame({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { t, signOut } = useScreen();
  const me = useMe();
  const route = useRoute();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  useEffect(() => {
    document.title = `${title} · GenomeCraft`;
  }, [title]);
  const places = [
    { to: "/", page: "home", label: t("home") },
    { to: "/files", page: "files", label: t("data-sets") },
    { to: "/store", page: "store", label: t("store") },
    { to: "/dashboards", page: "dashboards", label: t("dashboards") },
    { to: "/runs", page: "runs", label: t("runs") },
    { to: "/lab", page: "lab", label: t("lab") },
  ];
  const go = (path: string): void => {
    setMenu(null);
    navigate(path);
  };
  return (
    <div className="shell">
      <header className="top">
        <Brand />
        <nav className="main grow" aria-label={t("places")}>
          {places.map((place) => (
            <Link key={place.to} to={place.to} aria-current={route.page === place.page ? "page" : undefined}>
              {place.label}
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className="btn icon"
          aria-label={t("account-menu", { name: me.user.name })}
          aria-haspopup="menu"
          onClick={(event) => setMenu(event.currentTarget)}
        >
          <Avatar name={me.user.name} />
        </button>
        <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
          <MenuItem onClick={() => go("/account")}>{t("my-work")}</MenuItem>
          <MenuItem onClick={() => go("/bin")}>{t("bin")}</MenuItem>
          <MenuItem onClick={() => go("/account/profile")}>{t("profile")}</MenuItem>
          <MenuItem onClick={() => void signOut()}>{t("sign-out")}</MenuItem>
        </Menu>
      </header>
      <main id="main" tabIndex={-1}>
        {me.features.sandboxed ? null : <p className="notice">{t("not-sandboxed")}</p>}
        <div className="page-title">
          <h1 className="grow">{title}</h1>
          {actions}
        </div>
        {children}
      </main>
    </div>
  );
}
