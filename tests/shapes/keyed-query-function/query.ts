import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DB_URL });

export async function query(text: string, params: unknown[] = []): Promise<any[]> {
  const result = await pool.query(text, params);
  return result.rows;
}
export const one = async (text: string, params: unknown[]) => (await query(text, params))[0];
