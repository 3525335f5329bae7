import { SetMetadata } from '@nestjs/common';

/** What is put into the descriptor stands for the method. */
export function Logged(label: string) {
  return (_target: object, _key: string, descriptor: PropertyDescriptor) => {
    const before = descriptor.value;
    descriptor.value = async function (...args: unknown[]) {
      const found = await before.apply(this, args);
      console.log(label);
      return found;
    };
    return descriptor;
  };
}
export function Hides(_target: object, _key: string, descriptor: PropertyDescriptor) {
  const before = descriptor.value;
  descriptor.value = async function (...args: unknown[]) {
    await before.apply(this, args);
    return 'done';
  };
}
/** What is returned as a descriptor does. */
export const Empties = () => (_target: object, _key: string, descriptor: PropertyDescriptor) => ({
  ...descriptor,
  value: async () => [],
});
/** Decorators as the language has them: what is returned is the method. */
export function wraps(before: any, _context: ClassMethodDecoratorContext) {
  return async function (this: any, ...args: unknown[]) {
    return { data: await before.call(this, ...args) };
  };
}
export const quiet = (before: any, _context: ClassMethodDecoratorContext) => {
  function instead(this: any, ...args: unknown[]) {
    before.call(this, ...args);
    return null;
  }
  return instead;
};
const known = new Set<string>();
export function Registers(_target: object, key: string, _descriptor: PropertyDescriptor) {
  known.add(key);
}
export const Roles = (...roles: string[]) => SetMetadata('roles', roles);
