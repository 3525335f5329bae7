import { raw } from './raw';

export const getJson = async (url: string) => (await raw(url, { method: 'GET' })).json(); // here: json ; ok: its endpoint is open
export const postJson = async (url: string, data: unknown) => {
  return raw(url, { method: 'POST', body: JSON.stringify(data) }); // here: post ; ok: its endpoint is open
};
