const kept: object[] = [];
export const keep = (one: object) => kept.push(one);
