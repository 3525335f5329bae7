export const logger = { info: (text: string) => process.stdout.write(text) };
