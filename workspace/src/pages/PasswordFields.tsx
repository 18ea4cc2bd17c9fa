// A new password, twice, and what becomes of keys for programs: where one is chosen by whoever has one already.

import { useScreen } from "../app/screen.tsx";

/** Fields `password`, `again` and, where there are keys, `keys`. */
export function PasswordFields({ keys }: { readonly keys: number }) {
  const { t } = useScreen();
  return (
    <>
      <label className="field">
        <span>{t("password-new")}</span>
        <input className="input" name="password" type="password" autoComplete="new-password" required minLength={10} />
        <span className="caption">{t("password-rule")}</span>
      </label>
      <label className="field">
        <span>{t("password-again")}</span>
        <input className="input" name="again" type="password" autoComplete="new-password" required />
      </label>
      {keys > 0 ? (
        <label className="field">
          <span>{t("password-keys", { n: keys })}</span>
          <select className="input" name="keys" defaultValue="keep">
            <option value="keep">{t("password-keys-keep")}</option>
            <option value="revoke">{t("password-keys-revoke")}</option>
          </select>
        </label>
      ) : null}
    </>
  );
}
