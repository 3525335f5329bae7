export abstract class Kind {
  [name: string]: ((id: number) => Promise<unknown>) | undefined;
}
const known: { name: string; target: any }[] = [];

export function Known(name: string) {
  return (target: any) => {
    known.push({ name, target });
  };
}
export function Named(name: string) {
  return (target: any) => {
    console.log(name, target.name);
    return target;
  };
}
export const made = (name: string): Kind => container.get(known.find((one) => one.name === name)!.target);
declare const container: any;
