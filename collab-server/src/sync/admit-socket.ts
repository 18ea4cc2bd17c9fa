// Who may come in by a socket: signed in, with access to a notebook that is there and has the history that she knows, and
// not too often at once.

import type { IncomingMessage } from "node:http";
import { notebookAccessOf } from "../access.ts";
import { authenticate } from "../accounts/authenticate.ts";
import type { Principal } from "../accounts/principal.ts";
import type { ServerCore } from "../server-context.ts";
import { syncProtocol } from "../../contract/sync-protocol.ts";
import { closeCodes, type Connection } from "./connection.ts";

export interface Admitted {
  readonly flood?: false;
  readonly principal: Principal;
  readonly notebook: string;
  readonly lab: string;
  readonly role: Connection["role"];
  readonly epoch: string;
  /** The socket is gone: it counts no more. */
  readonly forget: () => void;
}
export type Turned = { readonly flood?: false; readonly code: number; readonly words: string } | { readonly flood: true };

/** `perPerson`: sockets that one person may have in one notebook. */
export function admitSockets(
  context: ServerCore,
  perPerson: number,
): (request: IncomingMessage, url: URL, notebook: string) => Promise<Admitted | Turned> {
  const open = new Map<string, number>();
  return async (request, url, notebook) => {
    // Pages say which protocol they speak (`?v=`); those of the first release did not. Plain y-websocket clients get no feed.
    const version = url.searchParams.get("v") ?? (url.searchParams.get("ext") === "1" ? "1" : null);
    if (version !== null && !(/^[1-9]\d{0,5}$/.test(version) && Number(version) >= syncProtocol))
      return { code: closeCodes.tooOld, words: "reload the page" };
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
    const principal = await authenticate(context, headers, url.searchParams.get("key"));
    if (!principal) return { code: closeCodes.signedOut, words: "sign in" };
    const access = await notebookAccessOf(context.db, notebook, principal.user.id);
    if (!access) return { code: closeCodes.noAccess, words: "no access" };
    if (access.deletedAt !== null) return { code: closeCodes.gone, words: "this notebook is in the bin" };
    const epoch = url.searchParams.get("epoch");
    if (epoch !== null && epoch !== access.epoch)
      return { code: closeCodes.otherHistory, words: "this document has another history" };
    const who = `${principal.user.id} ${notebook}`;
    const already = open.get(who) ?? 0;
    if (already >= perPerson) return { flood: true };
    open.set(who, already + 1);
    let forgotten = false;
    const forget = (): void => {
      if (forgotten) return;
      forgotten = true;
      const left = (open.get(who) ?? 1) - 1;
      if (left > 0) open.set(who, left);
      else open.delete(who);
    };
    return { principal, notebook, lab: access.lab, role: access.role, epoch: access.epoch, forget };
  };
}
