// A component that every page uses gets a function from each, which code of outside calls: the function is called on behalf of the
// page that gave it, and of no other page with such a form.
import { Controller } from 'react-hook-form';

export const Form = ({ render }: { render: () => unknown }) => <Controller render={render} />;
