import postgres from 'postgres';

export const open = (url: string) => postgres(url, { max: 1 }); // here: open ; ok: which database is open
