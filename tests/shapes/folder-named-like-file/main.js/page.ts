import { findItems } from '../handlers.ts';

export const page = () => findItems('x'); // expect: call findItems
