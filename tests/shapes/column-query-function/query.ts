import { pool } from './db';

export async function query<T>(text: string, params: unknown[] = []): Promise<T[]> {
  const result = await pool.query(text, params);
  return result.rows as T[];
}
export const one = async (text: string, params: unknown[]) => (await query<any>(text, params))[0];
export const run = ({ text, values }: { text: string; values: unknown[] }) => pool.query(text, values);
