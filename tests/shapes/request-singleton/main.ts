// The one instance of a client class is kept in a static field of the class; its methods take the path.
import { client } from './client';

export const list = () => client.get('/items'); // expect: request GET /items through get
export const show = (id: number) => client.get(`/items/${id}`); // expect: request GET /items/{} through get
