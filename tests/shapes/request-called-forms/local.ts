export const fetch = (url: string) => url.length;
