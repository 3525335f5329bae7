// A page does nothing with what listeners of its events give back; what they hand to unknown code is lost in there.
import { getItem } from '@acme/client';
import { Later } from 'some-components';
import { send } from 'some-metrics';
import { Button } from './button';

export default function Page() {
  const named = async () => {
    const item = await getItem(1); // expect: call getItem ; reach: contained
    return item.title;
  };
  return (
    <div>
      <button onClick={async () => (await getItem(2)).title}>direct</button>{/* expect: call getItem ; reach: contained */}
      <Button onClick={named}>named</Button>
      <Button onClick={async () => (await getItem(3)).title}>given on</Button>{/* expect: call getItem ; reach: contained */}
      <Button onClick={async () => send(await getItem(4))}>sent</Button>{/* expect: call getItem ; escape: unmodelled-code */}
      <Later onLoaded={async () => (await getItem(5)).title} />{/* expect: call getItem ; escape: unresolved-call */}
      <Button label={async () => (await getItem(6)).title}>label</Button>{/* expect: call getItem ; escape: unresolved-call */}
    </div>
  );
}
