import { redirect } from 'react-router';

export const movedTo = (place: string) => {
  throw redirect(place);
};
