import { Form } from '../../ui/form';

export default function Page() {
  return <Form render={() => <b>none</b>} />;
}
