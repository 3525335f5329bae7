import { kept } from './inner';

export * as whole from './whole';
export { renamed as inner3 } from './inner';
export type Kept = typeof kept;
