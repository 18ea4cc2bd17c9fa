// Style sheets are imported for their effect.
declare module "*.css";

// One language of the screen, made by one-language.ts.
declare module "virtual:language/*" {
  const language: {
    readonly words: { readonly [key: string]: string };
    readonly areas: { readonly [area: string]: { readonly [key: string]: string } };
  };
  export default language;
}
