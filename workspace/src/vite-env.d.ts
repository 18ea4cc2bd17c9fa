// Style sheets are imported for their effect.
declare module "*.css";
// Files that lie beside the program, by their address.
declare module "*?url" {
  const url: string;
  export default url;
}

// One language of the screen, made by one-language.ts: what the first paint says, and what cells say.
declare module "virtual:language/*/cells" {
  const language: {
    readonly areas: { readonly [area: string]: { readonly [key: string]: string } };
    /** Present keys by those under which something was recorded. */
    readonly formerly: { readonly [key: string]: string };
  };
  export default language;
}
declare module "virtual:language/*" {
  const language: {
    readonly words: { readonly [key: string]: string };
    readonly areas: { readonly [area: string]: { readonly [key: string]: string } };
  };
  export default language;
}
