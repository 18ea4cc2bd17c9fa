// Which columns hold numbers.

export const isNumberType = (type: string | undefined): boolean => type === "float64" || type === "int32";
