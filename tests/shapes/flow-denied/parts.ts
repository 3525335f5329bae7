export class BaseError extends Error {
  constructor(readonly told: string) {
    super(`told: ${told}`);
  }
}
export class NoTitle extends BaseError {}
class Unused extends Error {}

export function isNamedOurs(error: unknown): error is BaseError {
  const ours = error instanceof BaseError;
  return ours;
}
export function isOurs(error: unknown): error is BaseError {
  return error instanceof Unused || error instanceof BaseError;
}

export function pick(item: { credits?: { names: string[] } } | null): { names: string } {
  const credits = item?.credits;
  return credits ? { names: credits.names.join('; ') } : { names: 'unknown' };
}

export function aside(title: string): Error {
  const words = title;
  return made(words);
}

function made(title: string): Error {
  const words = title;
  return new Error(words);
}
