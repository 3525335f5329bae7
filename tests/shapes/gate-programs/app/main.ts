// What happens in the app has nothing to do with what the job looks up.
import { lookupItem } from '@acme/client';
import { happened, onEvent } from '@acme/shared';

onEvent(async (event) => {
  await lookupItem(event.name, { withheld: event.withheld }); // expect: call lookupItem ; gate: unarmed
});
setInterval(() => happened({ name: 'ping', withheld: false }), 1000); // chain: unarmed
