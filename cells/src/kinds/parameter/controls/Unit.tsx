// The unit of a number, after it.

export const Unit = ({ unit }: { readonly unit?: string | undefined }) => (unit ? <span className="label">{unit}</span> : null);
