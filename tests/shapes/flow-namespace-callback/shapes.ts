export const short = (item: { title: string }) => ({ title: item.title.slice(0, 10) });
export const nothing = (_item: unknown) => ({ title: 'x' });
