export function get(name: string, fallback: string): string {
  return process.env[name] ?? fallback;
}
