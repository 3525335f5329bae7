export const getItem = (id: number) => id;
