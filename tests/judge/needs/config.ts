export const config = { key: process.env.KEY, mode: process.env.MODE ?? 'off' };
