export const other = { getItem: (id: number) => id };
