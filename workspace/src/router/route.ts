// The addresses of the screen, as data: parsed from and written to the path of the browser.

export type Route =
  | { readonly page: "sign-in"; readonly next: string | null }
  | { readonly page: "home" }
  | { readonly page: "notebook"; readonly id: string; readonly cell: string | null }
  | { readonly page: "reader"; readonly slug: string }
  | { readonly page: "files"; readonly file: string | null }
  | { readonly page: "lab"; readonly tab: string | null }
  | { readonly page: "account"; readonly tab: string | null }
  | { readonly page: "runs" }
  | { readonly page: "dashboards" }
  | { readonly page: "store"; readonly entry: string | null; readonly feature: string | null }
  | { readonly page: "bin"; readonly notebook: string | null }
  | { readonly page: "invite"; readonly id: string }
  | { readonly page: "link"; readonly token: string }
  | { readonly page: "confirm"; readonly token: string; readonly next: string | null }
  | { readonly page: "not-found" };

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** `path` is a path with an optional query and hash; a page's own address only, never another host's. */
export function parseRoute(path: string): Route {
  const url = new URL(path, "http://screen.invalid");
  const [first, second, third, ...rest] = url.pathname.split("/").filter(Boolean).map(decode);
  if (rest.length > 0 || (third !== undefined && first !== "store")) return { page: "not-found" };
  const hash = decode(url.hash.slice(1));
  switch (first) {
    case undefined:
      return { page: "home" };
    case "sign-in":
      return second ? { page: "not-found" } : { page: "sign-in", next: safeNext(url.searchParams.get("next")) };
    case "n":
      return second ? { page: "notebook", id: second, cell: hash || null } : { page: "not-found" };
    case "d":
      return second ? { page: "reader", slug: second } : { page: "not-found" };
    case "files":
      return second ? { page: "not-found" } : { page: "files", file: hash || null };
    case "lab":
      return { page: "lab", tab: second ?? null };
    case "account":
      return { page: "account", tab: second ?? null };
    case "runs":
      return second ? { page: "not-found" } : { page: "runs" };
    case "dashboards":
      return second ? { page: "not-found" } : { page: "dashboards" };
    case "store":
      return { page: "store", entry: second ?? null, feature: third ?? null };
    case "bin":
      return second ? { page: "not-found" } : { page: "bin", notebook: hash || null };
    case "invite":
      return second ? { page: "invite", id: second } : { page: "not-found" };
    case "link":
      return second ? { page: "link", token: second } : { page: "not-found" };
    case "confirm":
      return second ? { page: "confirm", token: second, next: safeNext(url.searchParams.get("next")) } : { page: "not-found" };
    default:
      return { page: "not-found" };
  }
}

/** Where to go after signing in: a path of ours, never another site's. */
const safeNext = (next: string | null): string | null => (next && /^\/(?![/\\])/.test(next) ? next : null);

export function toPath(route: Route): string {
  const part = encodeURIComponent;
  switch (route.page) {
    case "home":
      return "/";
    case "sign-in":
      return route.next ? `/sign-in?next=${part(route.next)}` : "/sign-in";
    case "notebook":
      return `/n/${part(route.id)}${route.cell ? `#${part(route.cell)}` : ""}`;
    case "reader":
      return `/d/${part(route.slug)}`;
    case "lab":
    case "account":
      return route.tab ? `/${route.page}/${part(route.tab)}` : `/${route.page}`;
    case "store":
      if (route.entry === null) return "/store";
      return `/store/${part(route.entry)}${route.feature === null ? "" : `/${part(route.feature)}`}`;
    case "files":
      return `/files${route.file ? `#${part(route.file)}` : ""}`;
    case "runs":
    case "dashboards":
      return `/${route.page}`;
    case "bin":
      return `/bin${route.notebook ? `#${part(route.notebook)}` : ""}`;
    case "invite":
      return `/invite/${part(route.id)}`;
    case "link":
      return `/link/${part(route.token)}`;
    case "confirm":
      return `/confirm/${part(route.token)}${route.next ? `?next=${part(route.next)}` : ""}`;
    case "not-found":
      return "/not-found";
  }
}
