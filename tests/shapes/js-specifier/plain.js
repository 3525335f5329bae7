export const getItem = (id) => ({ id });
