import { asClass, createContainer } from 'awilix';
import { Container } from 'inversify';
import { container } from 'tsyringe';
import { Client, Stub } from './acme';

export const TYPES = { source: Symbol.for('source'), stub: Symbol.for('stub') };
export const inverted = new Container();
inverted.bind<unknown>(TYPES.source).to(Client).inSingletonScope();
inverted.bind<unknown>(TYPES.stub).to(Stub);
inverted.bind('made').toDynamicValue(() => new Client());
inverted.bind('fixed').toConstantValue(new Client());
container.register('used', { useClass: Client });
container.registerSingleton('lone', Client);
container.registerInstance('held', new Client());
container.registerSingleton('stub', Stub);
export const named = createContainer().register({ client: asClass(Client) }); // unresolved: found by its name alone
