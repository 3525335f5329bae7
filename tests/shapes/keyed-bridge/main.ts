import { createClient } from 'redis';
import { onPlay } from './listener';

const client = createClient();
await client.subscribe('plays', (message) => onPlay(JSON.parse(message)));
