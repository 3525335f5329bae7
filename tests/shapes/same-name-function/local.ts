export const findItems = (text: string) => text.split(' '); // ok: no import at all
export const show = (text: string) => findItems(text); // ok: the constant above
