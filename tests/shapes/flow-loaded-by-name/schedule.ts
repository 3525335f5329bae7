export const schedule = (name: string) => console.info(name);
