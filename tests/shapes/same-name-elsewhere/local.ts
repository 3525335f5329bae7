export const findItems = (text: string) => text.length;
