import { inner } from './inner';
import { parts } from './parts';
import { Shelf } from './shelf';

function plugin<T>(name: string, { service }: { service: T }) {
  return { name, service };
}

inner();
console.log(Object.keys(parts));
export default plugin('shelf', { service: Shelf });
