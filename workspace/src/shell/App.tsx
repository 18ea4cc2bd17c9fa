// The shell: who is signed in, language, light or dark, and which page stands at the address. Pages load when needed.

import CssBaseline from "@mui/material/GlobalStyles";
import { ThemeProvider } from "@mui/material/styles";
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { api, configureApi } from "../api/client.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Me } from "../api/answers.ts";
import { navigate, useRoute } from "../router/navigate.tsx";
import { type Route, toPath } from "../router/route.ts";
import { muiTheme } from "../theme/mui-theme.ts";
import type { Scheme } from "../theme/tokens.ts";
import { speakWholly, wholly, wordsCame } from "../words/speak.ts";
import { chooseLocale } from "../words/words.ts";
import { Announcer, ScreenProvider, type Screen, Toasts, useTranslator } from "../app/screen.tsx";
import { Boundary } from "../app/Boundary.tsx";
import { part } from "../base/part.ts";
import { useStore } from "../base/store.ts";

const loadNotebookPage = () => import("../notebook/NotebookPage.tsx");
const NotebookPage = part(() => loadNotebookPage().then((m) => m.NotebookPage));
const HomePage = part(() => import("../pages/HomePage.tsx").then((m) => m.HomePage));
const SignInPage = part(() => import("../pages/SignInPage.tsx").then((m) => m.SignInPage));
const FilesPage = part(() => import("../pages/FilesPage.tsx").then((m) => m.FilesPage));
const LabPage = part(() => import("../pages/LabPage.tsx").then((m) => m.LabPage));
const AccountPage = part(() => import("../pages/AccountPage.tsx").then((m) => m.AccountPage));
const RunsPage = part(() => import("../pages/RunsPage.tsx").then((m) => m.RunsPage));
const DashboardsPage = part(() => import("../pages/DashboardsPage.tsx").then((m) => m.DashboardsPage));
const FeaturePage = part(() => import("../store/FeaturePage.tsx").then((m) => m.FeaturePage));
const StorePage = part(() => import("../store/StorePage.tsx").then((m) => m.StorePage));
const BinPage = part(() => import("../pages/BinPage.tsx").then((m) => m.BinPage));
const InvitePage = part(() => import("../pages/InvitePage.tsx").then((m) => m.InvitePage));
const ConfirmPage = part(() => import("../pages/ConfirmPage.tsx").then((m) => m.ConfirmPage));
const LinkPage = part(() => import("../pages/LinkPage.tsx").then((m) => m.LinkPage));
// A published page is drawn by the views of cells at once.
const ReaderPage = part(() => Promise.all([import("../reader/ReaderPage.tsx"), wordsCame()]).then(([m]) => m.ReaderPage));

/** For those who are not signed in, too. */
const openPages: ReadonlySet<Route["page"]> = new Set(["reader", "sign-in", "invite", "link", "confirm"]);

const darkWish = matchMedia("(prefers-color-scheme: dark)");
const useDarkWish = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      darkWish.addEventListener("change", listener);
      return () => darkWish.removeEventListener("change", listener);
    },
    () => darkWish.matches,
  );

const rememberedTheme = (): string | null => localStorage.getItem("genomecraft:theme");

export const rememberedLocale = (): string | null => localStorage.getItem("genomecraft:locale");

/** The reader's language; after a change the one before until all words of the new one are here, so that none is missing. */
function useSpoken(account: string | null): Locale {
  const wished = chooseLocale(account ?? rememberedLocale(), navigator.languages);
  const [spoken, setSpoken] = useState(wished);
  useEffect(() => {
    let wanted = true;
    void speakWholly(wished).then(
      () => wanted && setSpoken(wished),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [wished]);
  return wholly.get().has(wished) ? wished : spoken;
}

/** Starts what a page will need before the shell itself is drawn: a notebook's script, who asks, what it is. */
export function hurry(route: Route): void {
  if (route.page === "reader" || route.page === "sign-in") return;
  api.ahead("/me");
  if (route.page !== "notebook") return;
  api.ahead(`/notebooks/${encodeURIComponent(route.id)}`);
  // Tried again by whoever draws the page.
  loadNotebookPage().catch(() => undefined);
}

export function App() {
  const route = useRoute();
  const [me, setMe] = useState<Me | null | "unknown">("unknown");
  const [unreachable, setUnreachable] = useState<string | null>(null);
  const wish = useDarkWish();

  const account = me === "unknown" || me === null ? null : me.user;
  const locale = useSpoken(account?.locale ?? null);
  const chosen = account?.theme ?? rememberedTheme();
  const scheme: Scheme = chosen === "light" || chosen === "dark" ? chosen : wish ? "dark" : "light";
  const t = useTranslator(locale, useStore(wholly));
  const theme = useMemo(() => muiTheme(scheme), [scheme]);

  useEffect(() => {
    document.documentElement.lang = locale;
    document.documentElement.dataset.theme = scheme;
    if (account?.theme) localStorage.setItem("genomecraft:theme", account.theme);
    if (account?.locale) localStorage.setItem("genomecraft:locale", account.locale);
  }, [locale, scheme, account?.theme, account?.locale]);

  configureApi({
    language: locale,
    offline: t("server-unreachable"),
    signedOut: () => setMe(null),
  });

  const reloadMe = useCallback(async (): Promise<void> => {
    const answer = await api.ask<Me>("/me");
    if (answer.ok) {
      setUnreachable(null);
      setMe(answer.value);
    } else if (answer.error.status === 401 || answer.error.status === 403) setMe(null);
    else setUnreachable(answer.error.message);
  }, []);
  useEffect(() => {
    void reloadMe();
  }, [reloadMe]);
  useEffect(() => {
    if (!unreachable || me !== "unknown") return undefined;
    const timer = setInterval(() => void reloadMe(), 2_000);
    return () => clearInterval(timer);
  }, [unreachable, me, reloadMe]);

  const open = openPages.has(route.page);
  useEffect(() => {
    if (me === null && !open)
      navigate(toPath({ page: "sign-in", next: `${location.pathname}${location.hash}` }), { replace: true });
  }, [me, open]);

  const screen: Screen = {
    me: me === "unknown" ? null : me,
    locale,
    scheme,
    t,
    reloadMe,
    signOut: async () => {
      await api.tell("/api/auth/sign-out");
      setMe(null);
      navigate("/sign-in");
    },
  };

  let page: ReactNode = null;
  if (me === "unknown" && !(route.page === "reader")) {
    page = (
      <div className="centre">
        <p className="muted" role="status">
          {unreachable ?? t("opening")}
        </p>
      </div>
    );
  } else if (me !== null || open) page = pageOf(route);

  return (
    <ThemeProvider theme={theme}>
      <CssBaseline styles={{ ":root": { colorScheme: scheme } }} />
      <ScreenProvider value={screen}>
        <a className="skip" href="#main">
          {t("skip-to-content")}
        </a>
        <Boundary key={route.page} sentence={t("page-broke")} again={t("load-again")} reload>
          <Suspense
            fallback={
              <div className="centre">
                <p className="muted" role="status">
                  {t("opening")}
                </p>
              </div>
            }
          >
            {page}
          </Suspense>
        </Boundary>
        <Toasts />
        <Announcer />
      </ScreenProvider>
    </ThemeProvider>
  );
}

function pageOf(route: Route): ReactNode {
  switch (route.page) {
    case "home":
      return <HomePage />;
    case "sign-in":
      return <SignInPage next={route.next} />;
    case "notebook":
      return <NotebookPage key={route.id} id={route.id} cell={route.cell} />;
    case "reader":
      return <ReaderPage slug={route.slug} />;
    case "files":
      return <FilesPage key={route.file} file={route.file} />;
    case "lab":
      return <LabPage tab={route.tab} />;
    case "account":
      return <AccountPage tab={route.tab} />;
    case "runs":
      return <RunsPage />;
    case "dashboards":
      return <DashboardsPage />;
    case "store":
      if (route.entry !== null && route.feature !== null)
        return <FeaturePage key={`${route.entry} ${route.feature}`} entry={route.entry} feature={route.feature} />;
      return <StorePage key={route.entry} entry={route.entry} />;
    case "bin":
      return <BinPage key={route.notebook} notebook={route.notebook} />;
    case "invite":
      return <InvitePage id={route.id} />;
    case "link":
      return <LinkPage token={route.token} />;
    case "confirm":
      return <ConfirmPage token={route.token} next={route.next} />;
    case "not-found":
      return <NotFound />;
  }
}

function NotFound() {
  return <HomePage missing />;
}
