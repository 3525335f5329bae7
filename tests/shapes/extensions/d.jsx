import { getItem } from '@acme/client';

export const Show = ({ id }) => <p>{getItem(id)}</p>; // expect: call getItem
